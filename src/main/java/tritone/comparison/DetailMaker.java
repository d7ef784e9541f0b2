package tritone.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Interval;
import tritone.evaluation.PrecisionRecall;
import tritone.evaluation.RocCurve;
import tritone.evaluation.Slice;
import tritone.evaluation.Slices;

/** Looks at the answers of all seeds of a contender together. */
final class DetailMaker {
    /** Of a curve that goes on a page. */
    private static final int MOST_POINTS = 100;

    private final ReviewFacts reviews;
    private final int trials;
    private final int[] truth; // [trial * review]
    private final float[] probabilities; // [trial * review][classes]
    private final boolean[] right; // [trial * review]

    DetailMaker(ReviewFacts reviews, List<Trial> trials) {
        this.reviews = reviews;
        this.trials = trials.size();
        int size = reviews.size();
        truth = new int[this.trials * size];
        probabilities = new float[truth.length * reviews.classes()];
        right = new boolean[truth.length];
        for (int i = 0; i < this.trials; i++) {
            float[] own = trials.get(i).probabilities();
            System.arraycopy(reviews.truth(), 0, truth, i * size, size);
            System.arraycopy(own, 0, probabilities, i * own.length, own.length);
            System.arraycopy(trials.get(i).right(reviews), 0, right, i * size, size);
        }
    }

    Detail detail() {
        Evaluation evaluation = Evaluation.of(truth, probabilities, reviews.classes());
        Slices slices = slices();
        Optional<RocCurve> roc = RocCurve.of(truth, probabilities, reviews.classes());
        Optional<PrecisionRecall> precision = PrecisionRecall.of(truth, probabilities, reviews.classes());
        return new Detail(
                ofOneSeed(slices.lengths()),
                ofOneSeed(slices.ratings()),
                evaluation.calibration().stream().filter(bin -> bin.count() > 0).toList(),
                roc.map(curve -> curve.thinned(MOST_POINTS))
                        .map(curve -> places(curve.falsePositiveRates(), curve.truePositiveRates()))
                        .orElse(List.of()),
                precision
                        .map(curve -> curve.thinned(MOST_POINTS))
                        .map(curve -> places(curve.recalls(), curve.precisions()))
                        .orElse(List.of()),
                evaluation.confusion().stream()
                        .map(row -> row.stream()
                                .map(count -> (double) count / trials)
                                .toList())
                        .toList());
    }

    private Slices slices() {
        int[] lengths = new int[truth.length];
        double[] ratings = new double[truth.length];
        for (int i = 0; i < truth.length; i++) {
            lengths[i] = reviews.lengths()[i % reviews.size()];
            ratings[i] = reviews.ratings()[i % reviews.size()];
        }
        return Slices.of(right, lengths, ratings);
    }

    /** The same reviews answered again are no more reviews: the interval must not be narrower for it. */
    private List<Slice> ofOneSeed(List<Slice> slices) {
        return slices.stream()
                .map(slice -> {
                    int own = slice.reviews() / trials;
                    double accuracy = slice.accuracy().value();
                    Interval interval = Interval.wilson((int) Math.round(accuracy * own), own);
                    return new Slice(
                            slice.name(),
                            own,
                            new Interval(
                                    accuracy, Math.min(accuracy, interval.low()), Math.max(accuracy, interval.high())));
                })
                .toList();
    }

    private static List<Detail.Place> places(double[] x, double[] y) {
        List<Detail.Place> places = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            places.add(new Detail.Place(x[i], y[i]));
        }
        return places;
    }
}
