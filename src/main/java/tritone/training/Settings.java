package tritone.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tritone.network.CellKind;

/** A value for each setting that means anything for a cell, as text; what a value must be is said when it is read. */
public final class Settings {
    private static final String NONE = "none";
    private static final String USUAL_DECAY = "0.01";

    // What stands in every plan that was written down.
    private static final Set<Setting> OF_EVERY_LINEAR =
            EnumSet.of(Setting.PRESET, Setting.CELL, Setting.MIN_REVIEWS, Setting.SMOOTHING, Setting.PENALTY);
    private static final Set<Setting> OF_EVERY_NETWORK =
            EnumSet.of(Setting.PRESET, Setting.CELL, Setting.EMBEDDING, Setting.INIT, Setting.AVERAGE, Setting.SEED);

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    /** What is given, and for the rest what the preset says, which is given too or is the lecture's. */
    public static Settings of(Map<Setting, String> given) {
        Settings bare = new Settings(given);
        Preset preset =
                given.containsKey(Setting.PRESET) ? bare.named(Setting.PRESET, Preset.values()) : Preset.LECTURE;
        CellKind cell = given.containsKey(Setting.CELL) ? bare.named(Setting.CELL, CellKind.values()) : CellKind.GRU;
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        preset.defaults(cell).forEach((setting, value) -> {
            if (setting.appliesTo(cell)) {
                values.put(setting, value);
            }
        });
        given.forEach((setting, value) -> {
            if (!setting.appliesTo(cell)) {
                throw new IllegalArgumentException(setting + " means nothing for the cell " + cell);
            }
            values.put(setting, value.strip());
        });
        if (!values.getOrDefault(Setting.FROM, NONE).equals(NONE) && !given.containsKey(Setting.VECTORS)) {
            values.put(Setting.VECTORS, NONE); // the language model has its own
        }
        if ("adamw".equals(values.get(Setting.OPTIMISER)) && !given.containsKey(Setting.WEIGHT_DECAY)) {
            values.put(Setting.WEIGHT_DECAY, USUAL_DECAY); // without any it would be plain Adam
        }
        values.put(Setting.PRESET, preset.toString());
        values.put(Setting.CELL, cell.toString());
        return new Settings(values);
    }

    /**
     * What a plan hands on to one that is typed. For another cell or preset that is only what it chose itself: what its own
     * preset said for its own cell may be wrong there.
     */
    public static Map<Setting, String> inherited(Map<Setting, String> plan, Map<Setting, String> typed) {
        Map<Setting, String> inherited = new EnumMap<>(Setting.class);
        inherited.putAll(plan);
        if (typed.containsKey(Setting.CELL) || typed.containsKey(Setting.PRESET)) {
            Map<Setting, String> basis = new EnumMap<>(Setting.class);
            for (Setting setting : new Setting[] {Setting.PRESET, Setting.CELL}) {
                if (plan.containsKey(setting)) {
                    basis.put(setting, plan.get(setting));
                }
            }
            Map<Setting, String> usual = of(basis).values;
            inherited.entrySet().removeIf(entry -> entry.getValue().equals(usual.get(entry.getKey())));
            CellKind.named(typed.get(Setting.CELL))
                    .ifPresent(cell -> inherited.keySet().removeIf(setting -> !setting.appliesTo(cell)));
        }
        return inherited;
    }

    /**
     * Adds to a plan that was written down what it could not choose yet: a linear classifier had phrases of two words, and no
     * network began with word vectors. A plan of a few lines, written by hand, leaves it to the preset.
     */
    public static void completeOlder(Map<Setting, String> plan) {
        if (plan.keySet().containsAll(OF_EVERY_LINEAR)) {
            plan.putIfAbsent(Setting.PHRASE_WORDS, "2");
        }
        if (plan.keySet().containsAll(OF_EVERY_NETWORK)) {
            plan.putIfAbsent(Setting.VECTORS, NONE);
        }
    }

    /** The values in the order of their settings. */
    public Map<Setting, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The value as it was given, if it was. */
    public Optional<String> text(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    CellKind cell() {
        return named(Setting.CELL, CellKind.values());
    }

    private String value(Setting setting) {
        return text(setting).orElseThrow(() -> new IllegalStateException("no preset says what " + setting + " is"));
    }

    /** One of some things by its name. */
    <T> T named(Setting setting, T[] choices) {
        for (T choice : choices) {
            if (choice.toString().equals(value(setting))) {
                return choice;
            }
        }
        String all = Arrays.stream(choices).map(Object::toString).collect(Collectors.joining(", "));
        throw wrong(setting, "one of " + all);
    }

    int whole(Setting setting) {
        if (!value(setting).matches("[1-9]\\d{0,8}")) {
            throw wrong(setting, "a whole number from 1 on");
        }
        return Integer.parseInt(value(setting));
    }

    /** A whole number from 0 on. */
    int count(Setting setting) {
        if (!value(setting).matches("0|[1-9]\\d{0,8}")) {
            throw wrong(setting, "a whole number from 0 on");
        }
        return Integer.parseInt(value(setting));
    }

    /** Nothing for the word that means there is no bound. */
    OptionalInt wholeOr(Setting setting, String unbounded) {
        return value(setting).equals(unbounded) ? OptionalInt.empty() : OptionalInt.of(whole(setting));
    }

    long seed(Setting setting) {
        try {
            return Long.parseLong(value(setting));
        } catch (NumberFormatException e) {
            throw wrong(setting, "a whole number");
        }
    }

    double number(Setting setting) {
        try {
            double number = Double.parseDouble(value(setting));
            if (Float.isFinite((float) number)) { // as which most of them are computed with
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw wrong(setting, "a number");
    }

    double positive(Setting setting) {
        double number = number(setting);
        if (!(number > 0)) {
            throw wrong(setting, "more than 0");
        }
        return number;
    }

    /** From 0 on and below 1. */
    double share(Setting setting) {
        double share = number(setting);
        if (!(share >= 0 && share < 1)) {
            throw wrong(setting, "at least 0 and below 1");
        }
        return share;
    }

    /** Infinite for none. */
    double bound(Setting setting) {
        return value(setting).equals(NONE) ? Double.POSITIVE_INFINITY : positive(setting);
    }

    /** Nothing for none. */
    Optional<String> unlessNone(Setting setting) {
        return text(setting).filter(value -> !value.equals(NONE));
    }

    IllegalArgumentException wrong(Setting setting, String expected) {
        return new IllegalArgumentException(setting + " must be " + expected + " but was " + value(setting));
    }
}
