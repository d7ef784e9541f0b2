package tritone.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bad rows, each of which has been passed over or counted. A part may be read more than once; each of its rows counts once. Thread-safe. */
public final class PassedOver {
    private static final int FIRST = 3;

    /** Of those that cost more than a row; a folder may hold any number of cut files. */
    private static final int MOST_FAULTS = 20;

    private final Map<String, Long> counts = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * What was wrong with a row, place and all.
     *
     * @param endsInput whether nothing more of its file or stream was read
     */
    public record Fault(Exception cause, boolean endsInput) {}

    /**
     * Counts a row.
     *
     * @param part in the same words whenever it is read, and no other
     * @param number of the row among the bad ones of this reading of the part, from 1
     */
    public synchronized void take(String part, long number, Exception fault) {
        if (number <= counts.getOrDefault(part, 0L)) {
            return;
        }
        counts.put(part, number);
        boolean endsInput = fault instanceof IOException
                || fault instanceof CorpusFormatException unreadable && unreadable.endsInput();
        if (faults.size() < (endsInput ? MOST_FAULTS : FIRST)) {
            faults.add(new Fault(fault, endsInput));
        }
    }

    /** How many there were in all parts. */
    public synchronized long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The first few, and whatever cost more than a row. */
    public synchronized List<Fault> faults() {
        return List.copyOf(faults);
    }
}
