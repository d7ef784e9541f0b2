package tritone.kernel;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CellParametersTest {
    @Test
    void whatIsNoCellHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CellParameters(CellVariant.NONE, 3, new float[0], new float[0], new float[0]))
                .withMessage("NONE is no cell: it learns nothing, and its states are its inputs");
    }
}
