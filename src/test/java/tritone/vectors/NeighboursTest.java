package tritone.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighboursTest {
    @TempDir
    private Path folder;

    @Test
    void ranksByTheAngleAndLeavesOutWhatHasNoVector() throws IOException {
        float[] values = {0, 0, 0, 0, 2, 0, 0, 0, 3, 3, -5, 0, 9, 0.1f};
        WordVectors vectors =
                new WordVectors(Vocabularies.of(folder, "great", "blank", "fine", "awful", "superb"), 2, values);

        List<Neighbours.Neighbour> near = Neighbours.of(2, vectors, 10);

        assertThat(near).extracting(Neighbours.Neighbour::token).containsExactly("superb", "fine", "awful");
        assertThat(near.get(1).cosine()).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(near.get(2).cosine()).isCloseTo(-1, within(1e-9));
        assertThat(Neighbours.of(2, vectors, 1)).hasSize(1);
    }
}
