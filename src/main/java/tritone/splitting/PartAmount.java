package tritone.splitting;

import java.util.regex.Pattern;

/**
 * How much of a corpus a part takes.
 *
 * @param name of the part, which becomes the name of a file
 * @param value a share or a number of reviews; 0 for the rest
 */
public record PartAmount(String name, Kind kind, double value) {
    private static final int LONGEST_NAME = 60;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}._ -]*");

    /** Names of devices, which are no files on Windows. */
    private static final Pattern RESERVED = Pattern.compile("(?is)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private static final Pattern SHARE = Pattern.compile("-?\\d*\\.\\d+");
    private static final Pattern COUNT = Pattern.compile("-?\\d{1,9}");

    /** In what an amount is told. */
    public enum Kind {
        SHARE,
        COUNT,
        /** Whatever the others leave. */
        REST
    }

    public PartAmount {
        boolean fit = NAME.matcher(name).matches() && name.equals(name.strip()) && !name.endsWith(".");
        if (!fit || name.length() > LONGEST_NAME || RESERVED.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a part must have a name that files may have, of letters, digits, _, - and ., but was \"" + name
                            + "\"");
        }
        if (kind == Kind.SHARE && !(value > 0 && value <= 1) || kind == Kind.COUNT && !(value >= 1)) {
            throw new IllegalArgumentException(
                    "a part must take a share above 0 and up to 1.0, a number of reviews or the rest, but " + name
                            + " takes " + (kind == Kind.COUNT ? Long.toString((long) value) : Double.toString(value)));
        }
    }

    /** What is written as {@code test=0.1}, {@code test=500} or {@code train=rest}. */
    static PartAmount read(String text) {
        int sign = text.indexOf('=');
        String name = text.substring(0, Math.max(0, sign)).strip();
        String amount = text.substring(sign + 1).strip();
        if (sign >= 0 && amount.equals("rest")) {
            return new PartAmount(name, Kind.REST, 0);
        }
        boolean share = SHARE.matcher(amount).matches();
        if (sign < 0 || !share && !COUNT.matcher(amount).matches()) {
            throw new IllegalArgumentException(
                    "a part must be written as NAME=SHARE, NAME=NUMBER or NAME=rest, as in test=0.1, but was " + text);
        }
        return new PartAmount(name, share ? Kind.SHARE : Kind.COUNT, Double.parseDouble(amount));
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SHARE -> name + "=" + value;
            case COUNT -> name + "=" + (long) value;
            case REST -> name + "=rest";
        };
    }
}
