package tritone.comparison;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import tritone.training.Setting;

/** A setting that contenders differ in, and its values. */
public record Variation(Setting setting, List<String> values) {
    public Variation {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code window=16,64,all}. The first word of a setting will do: {@code clip} is {@code clip-norm}, the first one
     * that begins so.
     */
    public static Variation of(String text) {
        String[] sides = text.split("=", 2);
        if (sides.length < 2) {
            throw new IllegalArgumentException("must be SETTING=VALUE,VALUE,... but was " + text);
        }
        List<String> values =
                Arrays.stream(sides[1].split(",", -1)).map(String::strip).toList();
        if (values.contains("") || new LinkedHashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException("must have different values for " + sides[0] + " but was " + text);
        }
        return new Variation(setting(sides[0].strip()), values);
    }

    private static Setting setting(String name) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.toString().equals(name))
                .findFirst()
                .or(() -> Arrays.stream(Setting.values())
                        .filter(setting -> setting.toString().startsWith(name + "-"))
                        .findFirst())
                .filter(Variation::mayVary)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must vary a setting of 'tritone train' other than corpus, cell and seed but was " + name));
    }

    /** Reviews, cells and seeds are chosen otherwise: contenders that differ in those cannot be paired. */
    private static boolean mayVary(Setting setting) {
        return switch (setting) {
            case CORPUS,
                    FORMAT,
                    COLUMNS,
                    HEADER,
                    CHARSET,
                    ON_ERROR,
                    ESCAPES,
                    LABELS,
                    CELL,
                    SEED,
                    VALIDATION,
                    CUT_BY,
                    GROUPS,
                    CUT_SEED -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return setting + "=" + String.join(",", values);
    }
}
