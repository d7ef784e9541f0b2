package tritone.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bad rows that readings went on after. A part may be read more than once; each of its rows counts once. Thread-safe. */
public final class PassedOver {
    private static final int MOST_FAULTS = 3;

    private final Map<String, Long> counts = new HashMap<>();
    private final List<Exception> firstFaults = new ArrayList<>();

    /**
     * @param part in the same words whenever it is read, and no other
     * @param number of the row among the bad ones of this reading of the part, from 1
     */
    synchronized void take(String part, long number, Exception fault) {
        if (number <= counts.getOrDefault(part, 0L)) {
            return;
        }
        counts.put(part, number);
        if (firstFaults.size() < MOST_FAULTS) {
            firstFaults.add(fault);
        }
    }

    /** How many there were in all parts. */
    public synchronized long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was wrong with the first few, place and all. */
    public synchronized List<Exception> firstFaults() {
        return List.copyOf(firstFaults);
    }
}
