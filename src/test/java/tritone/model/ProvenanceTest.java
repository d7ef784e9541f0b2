package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tritone.evaluation.Slices;

class ProvenanceTest {
    @Test
    void knowsTheVersionsOfWhatRuns() {
        Software software = Software.here();

        assertThat(software.tritone()).matches("\\d+\\.\\d+.*");
        assertThat(software.libraries()).isNotEmpty();
        assertThat(software.libraries().values()).allMatch(version -> version.matches("\\d+\\..*"));
        assertThat(List.copyOf(software.libraries().keySet())).isSorted();
        assertThat(Software.here()).isEqualTo(software);
    }

    @Test
    void knowsTheMachine() {
        Machine machine = Machine.here();

        assertThat(machine.java()).contains(System.getProperty("java.version"));
        assertThat(machine.system()).contains(System.getProperty("os.arch"));
        assertThat(machine.cpu()).isNotBlank().doesNotContain("\n", ":");
        assertThat(machine.processors()).isPositive();
    }

    @Test
    void isNotChangedFromOutside() {
        Map<String, String> libraries = new HashMap<>(Map.of("a", "1"));
        Map<String, String> plan = new LinkedHashMap<>(Map.of("cell", "gru"));
        Software software = new Software("0", libraries);
        Training training = new Training(plan, 1, 0, List.of(), 0, Optional.empty(), Optional.empty(), Slices.NONE);
        libraries.put("b", "2");
        plan.put("units", "3");

        assertThat(software.libraries()).containsOnlyKeys("a");
        assertThat(training.plan()).containsOnlyKeys("cell");
        assertThatThrownBy(() -> software.libraries().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> training.plan().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
