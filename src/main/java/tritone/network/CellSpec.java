package tritone.network;

import java.util.Objects;
import tritone.kernel.CellVariant;

/** A level's cells; of {@link CellVariant#NONE}, as many units as the level has inputs, which it hands on as they are. */
public record CellSpec(CellVariant variant, int units, Direction direction, Normalisation normalisation) {
    public CellSpec {
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(normalisation, "normalisation");
        NetworkSpec.atLeastOne("units", units);
        if (variant == CellVariant.NONE && direction != Direction.FORWARD) {
            throw new IllegalArgumentException("without a cell the direction must be forward but was " + direction);
        }
    }

    /** Numbers per step that the level's states have. */
    public int width() {
        return Math.multiplyExact(direction.cells(), units);
    }
}
