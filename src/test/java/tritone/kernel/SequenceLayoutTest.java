package tritone.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SequenceLayoutTest {
    @Test
    void ranksByLengthAndCountsStepByStep() {
        SequenceLayout layout = SequenceLayout.of(new int[] {1, 3, 0, 3});

        assertThat(layout.steps()).isEqualTo(3);
        assertThat(layout.places()).isEqualTo(7);
        assertThat(new int[] {layout.sequence(0), layout.sequence(1), layout.sequence(2), layout.sequence(3)})
                .containsExactly(1, 3, 0, 2);
        assertThat(new int[] {layout.place(0, 0), layout.place(2, 0), layout.place(0, 1), layout.place(1, 2)})
                .containsExactly(0, 2, 3, 6);
        assertThat(layout.chunk(0).active()).containsExactly(3, 2, 2);
    }

    @Test
    void countsChunkByChunk() {
        int[] lengths = new int[SequenceLayout.CHUNK + 2];
        Arrays.fill(lengths, 2);
        lengths[0] = 1;
        SequenceLayout layout = SequenceLayout.of(lengths);

        assertThat(layout.chunks()).isEqualTo(2);
        assertThat(layout.place(SequenceLayout.CHUNK - 1, 1)).isEqualTo(2 * SequenceLayout.CHUNK - 1);
        assertThat(layout.place(SequenceLayout.CHUNK, 0)).isEqualTo(2 * SequenceLayout.CHUNK);
        assertThat(layout.place(SequenceLayout.CHUNK, 1)).isEqualTo(2 * SequenceLayout.CHUNK + 2);
        assertThat(layout.places()).isEqualTo(2 * SequenceLayout.CHUNK + 3);
        assertThat(layout.rank(0)).isEqualTo(SequenceLayout.CHUNK + 1);
        assertThat(layout.sequence(SequenceLayout.CHUNK + 1)).isZero();
    }

    @Test
    void mayBeEmpty() {
        assertThat(SequenceLayout.of(new int[0]).places()).isZero();
        assertThat(SequenceLayout.of(new int[] {0, 0}).steps()).isZero();
        assertThatThrownBy(() -> SequenceLayout.of(new int[] {2, -1}))
                .hasMessage("a length must be at least 0 but was -1");
    }
}
