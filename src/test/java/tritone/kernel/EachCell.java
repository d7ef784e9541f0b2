package tritone.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls a test with each variant that is a cell. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnumSource(value = CellVariant.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
public @interface EachCell {
    /** The same variants for loops. */
    Set<CellVariant> VARIANTS = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CellVariant.NONE)));
}
