package tritone.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Figures of several rounds. */
record Speed(double median, double min, double max) {
    static Speed of(List<Double> figures) {
        List<Double> sorted = new ArrayList<>(figures);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Speed(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
