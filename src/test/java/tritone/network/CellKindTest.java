package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.kernel.CellVariant;

class CellKindTest {
    @ParameterizedTest
    @CsvSource({
        "SIMPLE_RNN, simple-rnn, SIMPLE_RNN_TANH",
        "LSTM, lstm, LSTM",
        "GRU, gru, GRU_RESET_BEFORE",
        "BAG, bag, NONE"
    })
    void hasAUsualVariantAndANameToType(CellKind kind, String name, CellVariant usual) {
        assertThat(kind).hasToString(name);
        assertThat(kind.variant()).isEqualTo(usual);
    }

    @Test
    void everyVariantIsOneKinds() {
        List<CellVariant> all = Arrays.stream(CellKind.values())
                .flatMap(kind -> kind.variants().values().stream())
                .toList();

        assertThat(all).containsExactlyInAnyOrder(CellVariant.values());
    }

    @Test
    void theLinearClassifierIsNoNetwork() {
        assertThatThrownBy(CellKind.LINEAR::variant).hasMessage("linear is no network");
    }
}
