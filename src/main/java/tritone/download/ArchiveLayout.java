package tritone.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/** How the reviews of a data set lie in its archive. */
public interface ArchiveLayout {
    /**
     * Reads an archive that is known to be the right one, and writes the parts of a corpus into an empty folder.
     *
     * @param progress is told the share of the work that is done, often, and may throw to end it
     */
    List<WrittenPart> write(Path archive, Path folder, DoubleConsumer progress) throws IOException;
}
