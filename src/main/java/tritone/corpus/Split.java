package tritone.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a part of a corpus is for. */
public enum Split {
    /** A corpus that is not cut into parts. */
    WHOLE(List.of()),
    TRAIN(List.of("train", "training")),
    VALIDATION(List.of("validation", "valid", "val", "dev")),
    TEST(List.of("test", "testing")),
    UNLABELLED(List.of("unsup", "unlabelled", "unlabeled", "unsupervised"));

    private final List<String> names;

    Split(List<String> names) {
        this.names = names;
    }

    /** The split that a file or folder of this name (without its ending) holds, if its name says so. */
    public static Optional<Split> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Split split : values()) {
            if (split.names.contains(lower)) {
                return Optional.of(split);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
