package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldCutTest {
    /** Reviews of films of 1 to 9 reviews, some of none, three labels of other sizes, some without. */
    private static ReviewIndex index(int count) {
        Random random = new Random(count);
        ReviewIndex index = new ReviewIndex(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int film = 0;
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (left == 0) {
                film++;
                left = 1 + random.nextInt(9);
            }
            left--;
            index.ids().add("r" + i);
            index.labels().add(List.of("a", "a", "a", "b", "b", "c", "").get(random.nextInt(7)));
            index.groups().add(random.nextInt(8) == 0 ? Optional.empty() : Optional.of("film " + film));
        }
        return index;
    }

    private static List<BitSet> folds(ReviewIndex index, int of, boolean byGroup, long seed) {
        return IntStream.rangeClosed(1, of)
                .mapToObj(number -> FoldCut.choose(index, new Fold(number, of), byGroup, seed))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"2, false", "5, false", "10, false", "171, false", "2, true", "5, true", "10, true", "33, true"})
    void everyReviewWithALabelIsInExactlyOneFold(int of, boolean byGroup) {
        ReviewIndex index = index(203);

        List<BitSet> folds = folds(index, of, byGroup, 7);

        for (int place = 0; place < 203; place++) {
            int review = place;
            assertThat(folds.stream().filter(fold -> fold.get(review)))
                    .as("review %d", place)
                    .hasSize(index.labels().get(place).isEmpty() ? 0 : 1);
        }
        assertThat(folds).noneMatch(BitSet::isEmpty);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 60})
    void labelsDifferByAtMostOneReviewBetweenFolds(int of) {
        ReviewIndex index = index(500);

        List<BitSet> folds = folds(index, of, false, 3);

        for (String label : List.of("a", "b", "c", "")) {
            assertThat(range(folds.stream()
                            .map(fold -> (int) fold.stream()
                                    .filter(place -> label.isEmpty()
                                            || index.labels().get(place).equals(label))
                                    .count())
                            .toList()))
                    .as("label %s", label)
                    .isLessThanOrEqualTo(1);
        }
    }

    private static int range(List<Integer> sizes) {
        return Collections.max(sizes) - Collections.min(sizes);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10})
    void groupsStayWholeAndSizesDifferByLessThanTheLargest(int of) {
        ReviewIndex index = index(500);

        List<BitSet> folds = folds(index, of, true, 3);

        Map<String, Set<Integer>> foldsOf = new HashMap<>();
        Map<String, Integer> sizeOf = new HashMap<>();
        for (int number = 0; number < of; number++) {
            for (int place : folds.get(number).stream().toArray()) {
                String group = index.groups().get(place).orElse("alone " + place);
                foldsOf.computeIfAbsent(group, key -> new HashSet<>()).add(number);
                sizeOf.merge(group, 1, Integer::sum);
            }
        }
        assertThat(foldsOf.values()).allMatch(numbers -> numbers.size() == 1);
        assertThat(range(folds.stream().map(BitSet::cardinality).toList()))
                .isLessThanOrEqualTo(Collections.max(sizeOf.values()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areTheSameFromAFileInAnotherOrder(boolean byGroup) {
        ReviewIndex index = index(300);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
        Collections.shuffle(order, new Random(1));
        ReviewIndex shuffled = new ReviewIndex(
                order.stream().map(index.ids()::get).toList(),
                order.stream().map(index.labels()::get).toList(),
                order.stream().map(index.groups()::get).toList());

        for (int number = 1; number <= 4; number++) {
            Fold fold = new Fold(number, 4);
            assertThat(ids(shuffled, FoldCut.choose(shuffled, fold, byGroup, 7)))
                    .isEqualTo(ids(index, FoldCut.choose(index, fold, byGroup, 7)));
        }
    }

    private static Set<String> ids(ReviewIndex index, BitSet places) {
        return places.stream().mapToObj(index.ids()::get).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areOthersWithAnotherSeed(boolean byGroup) {
        ReviewIndex index = index(300);

        assertThat(folds(index, 5, byGroup, 7)).isNotEqualTo(folds(index, 5, byGroup, 8));
    }

    @Test
    void areAtMostAsManyAsThereIsToCut() {
        ReviewIndex index = new ReviewIndex(
                List.of("a", "b", "c", "d", "e"),
                List.of("pos", "neg", "pos", "neg", ""),
                List.of(Optional.of("x"), Optional.of("x"), Optional.of("y"), Optional.empty(), Optional.of("z")));

        assertThat(folds(index, 4, false, 1)).allMatch(fold -> fold.cardinality() == 1);
        assertThat(folds(index, 3, true, 1)).extracting(BitSet::cardinality).containsExactlyInAnyOrder(1, 1, 2);
        assertThatThrownBy(() -> FoldCut.choose(index, new Fold(2, 5), false, 1))
                .isInstanceOf(TrainingDataException.class)
                .hasMessage("validation must be one of at most 4 folds, one for each review with a label, but was 2/5");
        assertThatThrownBy(() -> FoldCut.choose(index, new Fold(1, 999_999_999), true, 1))
                .isInstanceOf(TrainingDataException.class)
                .hasMessage("validation must be one of at most 3 folds, one for each group, but was 1/999999999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6/5", "0/5", "2/1", "1/1", "0/0", "1/0", "1/12345678901", "12345678901/3"})
    void mustBeOneOfTwoOrMore(String text) {
        assertThatThrownBy(() -> Plans.plan("cell=linear", "validation=" + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("validation must be a fold such as 2/5, the second of five, but was " + text);
    }

    @Test
    void whatIsNoFoldIsStillWhatItWas() {
        assertThat(Plans.plan("validation=2/5").validation())
                .extracting(ValidationPlan::source, ValidationPlan::fold, ValidationPlan::corpus)
                .containsExactly(ValidationPlan.Source.FOLD, Optional.of(new Fold(2, 5)), Optional.empty());
        for (String path : List.of("./2/5", "2/5/6", "2/held.tsv", "-2/5")) {
            assertThat(Plans.plan("validation=" + path).validation())
                    .extracting(ValidationPlan::source, ValidationPlan::fold, ValidationPlan::corpus)
                    .containsExactly(ValidationPlan.Source.CORPUS, Optional.empty(), Optional.of(path));
        }
        assertThat(Plans.plan("validation=0.2").validation())
                .extracting(ValidationPlan::source, ValidationPlan::fold)
                .containsExactly(ValidationPlan.Source.CUT, Optional.empty());
    }
}
