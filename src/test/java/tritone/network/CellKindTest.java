package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellKindTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BAG")
    void aCellHasThePresetsNetwork(CellKind kind) {
        assertThat(kind.network(Preset.LECTURE)).isEqualTo(Preset.LECTURE.network(kind.variant()));
    }

    @Test
    void aBagHasThePresetsWordsAndClasses() {
        assertThat(CellKind.BAG.network(Preset.LECTURE)).isEqualTo(NetworkSpec.bag(10_000, 100, 2));
        assertThat(CellKind.BAG).hasToString("bag");
    }
}
