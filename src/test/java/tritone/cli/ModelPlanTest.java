package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.model.ModelFolder;
import tritone.training.TrainingPlan;

class ModelPlanTest {
    private static final Path GOLDEN = Path.of("src/test/resources/tritone/model/golden");

    @ParameterizedTest
    @ValueSource(strings = {"linear", "linear-five", "linear-of-format-2"})
    void anOlderLinearModelGoesByPairsOfWords(String name) throws IOException {
        TrainingPlan plan = ModelPlan.of(name, ModelFolder.read(GOLDEN.resolve(name)), Optional.empty());

        assertThat(plan.linear().orElseThrow().phraseWords()).isEqualTo(2);
    }
}
