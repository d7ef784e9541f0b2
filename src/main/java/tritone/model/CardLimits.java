package tritone.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tritone.encoding.Truncation;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Interval;
import tritone.evaluation.Slice;
import tritone.network.CellKind;
import tritone.network.NetworkSpec;
import tritone.network.Readout;

/** What a model is not good for: sentences that follow from how it is made, or from its figures. */
final class CardLimits {
    /** A calibration error from which on probabilities are not to be taken at their word. */
    private static final double SMALL = 0.02;

    private static final String PHRASE_WORDS = "phrase-words"; // of a plan
    private static final String ORDER_BLIND = "In which order words stand it does not know.";

    private final Model model;
    private final List<String> sentences = new ArrayList<>();

    private CardLimits(Model model) {
        this.model = model;
    }

    static List<String> of(Model model) {
        CardLimits limits = new CardLimits(model);
        limits.whatItLearnt();
        limits.truncation(model.architecture().truncation());
        limits.order();
        model.training().validation().ifPresentOrElse(limits::figures, limits::noFigures);
        return limits.sentences;
    }

    private void add(String format, Object... values) {
        sentences.add(CardText.format(format, values));
    }

    private void whatItLearnt() {
        add(
                "Its labels it has learnt from %,d reviews. Whatever it is given, also what is no review, it answers with"
                        + " one of %s.",
                model.training().trainingReviews(),
                String.join(", ", model.architecture().labels()));
        add(
                "How it does on texts of another kind or in another language than those reviews is not known; words that"
                        + " are not among its %,d ids %s.",
                model.vocabulary().size(),
                model.architecture().cell() == CellKind.LINEAR ? "count nothing" : "are all the same word to it");
    }

    private void truncation(Truncation truncation) {
        int most = truncation.maxTokens();
        if (most == Integer.MAX_VALUE) {
            return;
        }
        String read = switch (truncation.keep()) {
            case TAIL -> "the last ones only";
            case HEAD -> "the first ones only";
            case ENDS -> "the beginning and the end only";
        };
        add("Of a review of more than %,d tokens it reads as many, %s.", most, read);
    }

    private void order() {
        if (model.architecture().cell() == CellKind.LINEAR) {
            phrases(model.training().plan().getOrDefault(PHRASE_WORDS, "2")); // before that setting they had two words
        }
        if (model.architecture().cell() == CellKind.BAG
                && model.architecture().network().map(CardLimits::isOrderBlind).orElse(false)) {
            add(ORDER_BLIND);
        }
    }

    private void phrases(String words) {
        if (words.equals("1")) {
            add(ORDER_BLIND);
        } else {
            add("Of the order of words it knows phrases of up to %s words, and no more.", words);
        }
    }

    private static boolean isOrderBlind(NetworkSpec bag) {
        return bag.readout() != Readout.LAST && bag.readout() != Readout.LAST_MEAN_MAX;
    }

    private void noFigures() {
        add("It was made without validation reviews: how often it is right was not measured.");
    }

    private void figures(Evaluation validation) {
        add(
                "Of %,d validation reviews it got %,d wrong.",
                validation.reviews(), validation.reviews() - right(validation));
        Interval all = validation.accuracy();
        labels(validation).forEach(slice -> worse("labelled " + slice.name(), slice, all));
        model.training().slices().lengths().forEach(slice -> worse("of " + slice.name() + " tokens", slice, all));
        List<Slice> ratings = model.training().slices().ratings();
        ratings.forEach(slice -> worse("rated " + slice.name(), slice, all));
        middle(ratings, all);
        double error = validation.probabilities().calibrationError();
        if (error > SMALL) {
            add("Its probabilities are not to be taken at their word: they are off by %.4f in the mean.", error);
        }
    }

    private static int right(Evaluation validation) {
        int right = 0;
        for (int i = 0; i < validation.confusion().size(); i++) {
            right += validation.confusion().get(i).get(i);
        }
        return right;
    }

    private List<Slice> labels(Evaluation validation) {
        List<Slice> labels = new ArrayList<>();
        for (int i = 0; i < validation.confusion().size(); i++) {
            int reviews = validation.confusion().get(i).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (reviews > 0) {
                int right = validation.confusion().get(i).get(i);
                labels.add(new Slice(model.architecture().labels().get(i), reviews, Interval.wilson(right, reviews)));
            }
        }
        return labels;
    }

    /** Clearly: even the best that the reviews allow for is below the least for all. */
    private static boolean isWorse(Slice slice, Interval all) {
        return slice.accuracy().high() < all.low();
    }

    private void worse(String which, Slice slice, Interval all) {
        if (isWorse(slice, all)) {
            add(
                    "Of reviews %s it gets %s right (95 %% interval %s), of all %s.",
                    which,
                    CardText.percent(slice.accuracy().value()),
                    CardText.interval(slice.accuracy()),
                    CardText.percent(all.value()));
        }
    }

    private void middle(List<Slice> ratings, Interval all) {
        int worst = IntStream.range(0, ratings.size())
                .boxed()
                .min(Comparator.comparingDouble(
                        place -> ratings.get(place).accuracy().value()))
                .orElse(0);
        if (worst > 0 && worst < ratings.size() - 1 && isWorse(ratings.get(worst), all)) {
            add("It errs most where ratings are neither the lowest nor the highest, as those of mixed reviews are.");
        }
    }
}
