package tritone.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TargetsTest {
    @Test
    void twoClassesAreOneOutput() {
        assertThat(Targets.of(new int[] {1, 0}, 1).values()).containsExactly(1, 0);
        assertThat(Targets.of(new int[] {1, 0}, 1).weights()).isEmpty();
    }

    @Test
    void moreClassesAreOneOutputEach() {
        assertThat(Targets.of(new int[] {2, 0}, 3).values()).containsExactly(0, 0, 1, 1, 0, 0);
    }

    @Test
    void whatIsSmoothedIsDividedAmongAllClasses() {
        assertThat(Targets.of(new int[] {1, 0}, 1, 0.1, new double[0]).values())
                .containsExactly(new float[] {0.95f, 0.05f}, within(1e-7f));
        assertThat(Targets.of(new int[] {2}, 4, 0.2, new double[0]).values())
                .containsExactly(new float[] {0.05f, 0.05f, 0.85f, 0.05f}, within(1e-7f));
    }

    @Test
    void aReviewWeighsWhatItsClassDoes() {
        assertThat(Targets.of(new int[] {1, 0, 1}, 1, 0, new double[] {0.5, 3}).weights())
                .containsExactly(3, 0.5f, 3);
    }

    @Test
    void probabilitiesAreTargetsAsTheyAre() {
        float[] probabilities = {0.25f, 0.75f, 1, 0};

        assertThat(Targets.ofProbabilities(probabilities, 1, false).values()).containsExactly(0.75f, 0);
        assertThat(Targets.ofProbabilities(probabilities, 1, false).weights()).isEmpty();
        assertThat(Targets.ofProbabilities(probabilities, 1, true).weights()).containsExactly(1, 1);
        assertThat(Targets.ofProbabilities(probabilities, 4, false).values()).isEqualTo(probabilities);
    }
}
