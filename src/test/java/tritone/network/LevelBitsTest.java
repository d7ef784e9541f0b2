package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.kernel.Workers;

/** What must not change a bit of a gradient. */
class LevelBitsTest {
    /** Several chunks of sequences, and with a row for each place many blocks of rows. */
    private static final int[] LENGTHS = new int[70];

    private static final List<Workers> THREADS = List.of(Workers.of(2), Workers.of(8));

    static {
        Arrays.setAll(LENGTHS, i -> i * 11 % 41);
    }

    static List<Arguments> kinds() {
        List<Arguments> kinds = new ArrayList<>();
        for (CellVariant variant : EachCell.VARIANTS) {
            for (Readout readout : Readout.values()) {
                Normalisation[] all = Normalisation.values();
                Normalisation normalisation = all[kinds.size() % all.length];
                CellSpec cell = new CellSpec(variant, 5, Direction.BOTH, normalisation);
                kinds.add(Arguments.of(new LevelShape(4, cell, readout)));
            }
        }
        for (Readout readout : Readout.values()) {
            CellSpec none = new CellSpec(CellVariant.NONE, 4, Direction.FORWARD, Normalisation.LAYER);
            kinds.add(Arguments.of(new LevelShape(4, none, readout)));
        }
        return kinds;
    }

    private static void assertSame(LevelCase.Outcome actual, LevelCase.Outcome expected) {
        assertThat(actual.features()).isEqualTo(expected.features());
        assertThat(actual.gradients().rows()).isEqualTo(expected.gradients().rows());
        assertThat(actual.gradients().parameters())
                .hasSameSizeAs(expected.gradients().parameters());
        expected.gradients()
                .parameters()
                .forEach((name, numbers) -> assertThat(
                                actual.gradients().parameters().get(name))
                        .as(name)
                        .isEqualTo(numbers));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theNumberOfThreadsChangesNoBit(LevelShape shape) {
        for (LevelCase given : List.of(LevelCase.plain(shape, 300, LENGTHS), LevelCase.dropping(shape, 300, LENGTHS))) {
            LevelCase.Outcome one = given.run(given.level());

            for (Workers workers : THREADS) {
                assertSame(given.run(new Level(shape, Arithmetic.fastest(), workers)), one);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bothArithmeticsGiveTheSameBits(LevelShape shape) {
        LevelCase given = LevelCase.dropping(shape, 300, LENGTHS);

        LevelCase.Outcome scalar = given.run(new Level(shape, Arithmetic.SCALAR, Workers.NONE));

        assertSame(given.run(given.level()), scalar);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEarlierBatchLeavesNothingBehind(LevelShape shape) {
        LevelCase large = LevelCase.dropping(shape, 300, LENGTHS);
        LevelCase small = LevelCase.plain(shape, 5, 2, 0, 7, 1);
        Level level = small.level();
        LevelCase.Outcome fresh = small.run(small.level());

        large.run(level);

        assertSame(small.run(level), fresh);
    }
}
