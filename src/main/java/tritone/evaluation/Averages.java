package tritone.evaluation;

import java.util.List;

/** Means over classes that count alike, however many reviews each has; a class's undefined figure counts as 0. */
public record Averages(double precision, double recall, double f1) {
    static Averages of(List<ClassFigures> classes) {
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        for (ClassFigures figures : classes) {
            precision += figures.precision();
            recall += figures.recall();
            f1 += figures.f1();
        }
        return new Averages(precision / classes.size(), recall / classes.size(), f1 / classes.size());
    }
}
