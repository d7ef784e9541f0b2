package tritone.inspection;

import java.util.ArrayList;
import java.util.List;

/** Where each review stands, in twelve bytes a row of a table: the files are kept apart from the lines. */
final class Places {
    private final List<String> files = new ArrayList<>();
    private final Ints file = new Ints();
    private final Longs line = new Longs();

    void add(String place) {
        int colon = place.lastIndexOf(':');
        long number = line(place, colon);
        String name = number < 0 ? place : place.substring(0, colon);
        if (files.isEmpty() || !files.get(files.size() - 1).equals(name)) {
            files.add(name);
        }
        file.add(files.size() - 1);
        line.add(number);
    }

    /** The number after the colon; -1 if there is no number as it would be written. */
    private static long line(String place, int colon) {
        String digits = place.substring(colon + 1);
        return colon >= 0 && digits.matches("[1-9]\\d{0,17}") ? Long.parseLong(digits) : -1;
    }

    String of(int review) {
        String name = files.get(file.get(review));
        return line.get(review) < 0 ? name : name + ":" + line.get(review);
    }
}
