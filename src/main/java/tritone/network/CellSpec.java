package tritone.network;

import java.util.Objects;
import tritone.kernel.CellVariant;

/** A level's cells. */
public record CellSpec(CellVariant variant, int units, Direction direction, Normalisation normalisation) {
    public CellSpec {
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(normalisation, "normalisation");
        NetworkSpec.atLeastOne("units", units);
    }

    /** Numbers per step that the level's states have. */
    public int width() {
        return Math.multiplyExact(direction.cells(), units);
    }
}
