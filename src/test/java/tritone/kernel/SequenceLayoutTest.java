package tritone.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(new int[] {layout.active(0), layout.active(1), layout.active(2)})
                .containsExactly(3, 2, 2);
    }

    @Test
    void knowsWhichSequencesAreWithinTheirLastSteps() {
        SequenceLayout layout = SequenceLayout.of(new int[] {6, 4, 1});

        assertThat(layout.firstWithin(0, 3)).isEqualTo(2);
        assertThat(layout.firstWithin(1, 3)).isEqualTo(1);
        assertThat(layout.firstWithin(2, 3)).isEqualTo(1);
        assertThat(layout.firstWithin(3, 3)).isZero();
        assertThat(layout.firstWithin(0, CellKernel.WHOLE)).isZero();
    }

    @Test
    void mayBeEmpty() {
        assertThat(SequenceLayout.of(new int[0]).places()).isZero();
        assertThat(SequenceLayout.of(new int[] {0, 0}).steps()).isZero();
        assertThatThrownBy(() -> SequenceLayout.of(new int[] {2, -1}))
                .hasMessage("a length must be at least 0 but was -1");
    }
}
