package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tritone.network.CellKind;
import tritone.tensors.Precision;

/** What is said of files that fit their sums and were made to do harm, in no more memory than their size allows for. */
final class Refusal {
    /** What reading a small model takes anyway, with room: buffers for sums, tables of a vocabulary. */
    private static final long ANYWAY = 4 << 20;

    private static final int TIMES = 30;

    private Refusal() {}

    /** A small model in a folder of its own, to be spoilt. */
    static Spoilt model(CellKind kind, Path folder) throws IOException {
        return Spoilt.of(TinyModels.of(kind, 2).in(Precision.INT8), folder.resolve(kind.toString()));
    }

    /** The complaint without the folder's name. */
    static String refused(Spoilt spoilt) throws IOException {
        spoilt.complaint(); // loads classes, which takes memory as well
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        String complaint = spoilt.complaint().orElseThrow(() -> new AssertionError("expected to be refused"));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes of memory")
                .isLessThan(ANYWAY + TIMES * size(spoilt));
        return complaint;
    }

    private static long size(Spoilt spoilt) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(spoilt.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }
}
