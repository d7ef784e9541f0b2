package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.encoding.Truncation;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Slices;
import tritone.network.CellKind;
import tritone.network.NetworkSpec;
import tritone.network.Readout;

class CardLimitsTest {
    private static final int REVIEWS = 400;

    /** As sure as it is right, but where the number of a review is so. */
    private static Model model(double[] ratings, boolean[] wrong, float confidence) {
        Model model = TinyModels.of(CellKind.LSTM, 2);
        int[] truth = new int[REVIEWS];
        float[] probabilities = new float[2 * REVIEWS];
        boolean[] right = new boolean[REVIEWS];
        for (int i = 0; i < REVIEWS; i++) {
            truth[i] = i % 2;
            right[i] = !wrong[i];
            int said = wrong[i] ? 1 - truth[i] : truth[i];
            probabilities[2 * i + said] = confidence;
            probabilities[2 * i + 1 - said] = 1 - confidence;
        }
        Training training = new Training(
                Map.of(),
                10,
                REVIEWS,
                List.of(),
                0,
                Optional.of(Evaluation.of(truth, probabilities, 2)),
                Optional.empty(),
                Slices.of(right, new int[REVIEWS], ratings));
        return new Model(model.architecture(), training, model.provenance(), model.vocabulary(), model.weights());
    }

    /** Of the reviews with each of these ratings, every nth is wrong. */
    private static Model rated(double[] all, int[] nth, float confidence) {
        double[] ratings = new double[REVIEWS];
        boolean[] wrong = new boolean[REVIEWS];
        for (int i = 0; i < REVIEWS; i++) {
            int rating = i / 2 % all.length;
            ratings[i] = all[rating];
            wrong[i] = i / (2 * all.length) % nth[rating] == 0;
        }
        return model(ratings, wrong, confidence);
    }

    private static Model with(Model model, Truncation truncation) {
        Architecture shape = model.architecture();
        return new Model(
                new Architecture(shape.cell(), shape.labels(), truncation, shape.network(), 1),
                model.training(),
                model.provenance(),
                model.vocabulary(),
                model.weights());
    }

    @Test
    void namesTheRatingsThatAreClearlyWorseAndThatTheyAreInTheMiddle() {
        Model model = rated(new double[] {1, 5, 10}, new int[] {30, 2, 30}, 0.8f);

        assertThat(CardLimits.of(model))
                .contains(
                        "Of 400 validation reviews it got 80 wrong.",
                        "It errs most where ratings are neither the lowest nor the highest, as those of mixed reviews"
                                + " are.")
                .filteredOn(sentence -> sentence.startsWith("Of reviews rated"))
                .containsExactly(
                        "Of reviews rated 5 it gets 49.25 % right (95 % interval 40.93 to 57.62 %), of all 80.00 %.");
    }

    @Test
    void saysNothingOfTheMiddleWhereAnEndIsWorse() {
        assertThat(CardLimits.of(rated(new double[] {1, 5, 10}, new int[] {2, 30, 30}, 0.8f)))
                .anyMatch(sentence -> sentence.startsWith("Of reviews rated 1 "))
                .noneMatch(sentence -> sentence.contains("mixed"));
    }

    @Test
    void saysNothingOfDifferencesThatMayBeChance() {
        assertThat(CardLimits.of(rated(new double[] {1, 5, 10}, new int[] {6, 5, 6}, 0.8f)))
                .noneMatch(sentence -> sentence.startsWith("Of reviews "))
                .noneMatch(sentence -> sentence.contains("mixed"));
    }

    @Test
    void namesALabelThatIsClearlyWorse() {
        boolean[] wrong = new boolean[REVIEWS];
        for (int i = 1; i < REVIEWS; i += 4) {
            wrong[i] = true; // half of those of label 1
        }

        assertThat(CardLimits.of(model(new double[REVIEWS], wrong, 0.75f)))
                .contains("Of reviews labelled pos it gets 50.00 % right (95 % interval 43.14 to 56.86 %), of all"
                        + " 75.00 %.");
    }

    @ParameterizedTest
    @CsvSource({"0.75, false", "0.76, false", "0.8, true", "0.6, true"})
    void warnsOfProbabilitiesThatAreFarOff(float confidence, boolean warned) {
        boolean[] wrong = new boolean[REVIEWS];
        Arrays.fill(wrong, 0, REVIEWS / 4, true);

        assertThat(CardLimits.of(model(new double[REVIEWS], wrong, confidence)))
                .filteredOn(sentence -> sentence.startsWith("Its probabilities are not to be taken at their word"))
                .hasSize(warned ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "TAIL, 'Of a review of more than 1,200 tokens it reads as many, the last ones only.'",
        "HEAD, 'Of a review of more than 1,200 tokens it reads as many, the first ones only.'",
        "ENDS, 'Of a review of more than 1,200 tokens it reads as many, the beginning and the end only.'"
    })
    void saysWhatIsCutAway(Truncation.Keep keep, String sentence) {
        Model model = TinyModels.of(CellKind.GRU, 2);

        assertThat(CardLimits.of(with(model, new Truncation(keep, 1200)))).contains(sentence);
        assertThat(CardLimits.of(with(model, new Truncation(keep, Integer.MAX_VALUE))))
                .noneMatch(own -> own.contains("it reads"));
    }

    @Test
    void saysWhatIsNotKnownOfTheOrderOfWords() {
        NetworkSpec bag = TinyModels.spec(CellKind.BAG, 2);
        NetworkSpec last =
                new NetworkSpec(bag.vocabulary(), bag.embedding(), bag.cell(), bag.levels(), Readout.LAST_MEAN_MAX, 2);

        assertThat(CardLimits.of(TinyModels.of(CellKind.BAG, 2)))
                .contains("In which order words stand it does not know.");
        assertThat(CardLimits.of(TinyModels.of(CellKind.BAG, last))).noneMatch(own -> own.contains("order"));
        assertThat(CardLimits.of(TinyModels.of(CellKind.LSTM, 2))).noneMatch(own -> own.contains("order"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'Of the order of words it knows phrases of up to 2 words, and no more.'",
        "3, 'Of the order of words it knows phrases of up to 3 words, and no more.'",
        "1, In which order words stand it does not know."
    })
    void saysHowLongThePhrasesOfALinearClassifierAre(String words, String sentence) {
        Model linear = TinyModels.of(CellKind.LINEAR, 2);
        Map<String, String> plan = words.isEmpty() ? Map.of() : Map.of("phrase-words", words);
        Training training = new Training(
                plan,
                10,
                0,
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                linear.training().slices());
        Model model =
                new Model(linear.architecture(), training, linear.provenance(), linear.vocabulary(), linear.weights());

        assertThat(CardLimits.of(model))
                .filteredOn(own -> own.contains("order"))
                .containsExactly(sentence);
    }

    @Test
    void withoutFiguresSaysSo() {
        assertThat(CardLimits.of(TinyModels.plain(TinyModels.of(CellKind.GRU, 3))))
                .contains(
                        "Its labels it has learnt from 12 reviews. Whatever it is given, also what is no review, it answers"
                                + " with one of 1 stars, 2 stars, 3 stars.",
                        "It was made without validation reviews: how often it is right was not measured.");
    }
}
