package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationCutTest {
    /** Reviews of films of 1 to 9 reviews, three labels of other sizes, some without. */
    private static ReviewIndex index(int count) {
        Random random = new Random(3);
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
            index.groups().add(Optional.of("film " + film));
        }
        return index;
    }

    private static Set<String> groups(ReviewIndex index, BitSet places, boolean chosen) {
        return IntStream.range(0, index.size())
                .filter(place -> places.get(place) == chosen
                        && !index.labels().get(place).isEmpty())
                .mapToObj(place -> index.groups().get(place).orElseThrow())
                .collect(Collectors.toCollection(HashSet::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 99})
    void splitsNoGroupAndMeetsTheNumber(long seed) {
        ReviewIndex index = index(1000);

        BitSet places = ValidationCut.choose(index, 200, true, seed);

        Set<String> both = groups(index, places, true);
        both.retainAll(groups(index, places, false));
        assertThat(both).isEmpty();
        assertThat(places.cardinality()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"0.2", "0.5", "100", "333", "1"})
    void keepsTheProportionsOfLabels(double amount) {
        ReviewIndex index = index(1000);
        long labelled =
                index.labels().stream().filter(label -> !label.isEmpty()).count();
        long wanted = Math.round(amount < 1 ? amount * labelled : amount);

        BitSet places = ValidationCut.choose(index, amount, false, 7);

        assertThat(places.cardinality()).isEqualTo((int) wanted);
        for (String label : List.of("a", "b", "c", "")) {
            long all = index.labels().stream().filter(label::equals).count();
            long chosen = places.stream()
                    .filter(place -> index.labels().get(place).equals(label))
                    .count();
            double expected = label.isEmpty() ? 0 : (double) all * wanted / labelled;
            assertThat((double) chosen).as("label %s", label).isBetween(expected - 1, expected + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void choosesTheSameReviewsFromAFileInAnotherOrder(boolean byGroup) {
        ReviewIndex index = index(300);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
        java.util.Collections.shuffle(order, new Random(1));
        ReviewIndex shuffled = new ReviewIndex(
                order.stream().map(index.ids()::get).toList(),
                order.stream().map(index.labels()::get).toList(),
                order.stream().map(index.groups()::get).toList());

        assertThat(ids(shuffled, ValidationCut.choose(shuffled, 60, byGroup, 7)))
                .isEqualTo(ids(index, ValidationCut.choose(index, 60, byGroup, 7)));
    }

    private static Set<String> ids(ReviewIndex index, BitSet places) {
        return places.stream().mapToObj(index.ids()::get).collect(Collectors.toSet());
    }

    @Test
    void anotherSeedChoosesOthers() {
        ReviewIndex index = index(300);

        assertThat(ValidationCut.choose(index, 60, true, 7)).isNotEqualTo(ValidationCut.choose(index, 60, true, 8));
    }

    @Test
    void leavesReviewsToLearnFrom() {
        ReviewIndex index = index(50);
        int labelled =
                (int) index.labels().stream().filter(label -> !label.isEmpty()).count();

        assertThatThrownBy(() -> ValidationCut.choose(index, labelled, true, 7))
                .isInstanceOf(TrainingDataException.class)
                .hasMessage("validation must leave reviews to learn from but takes " + labelled + " of " + labelled
                        + " with a label");
    }

    @Test
    void choosesTheSameReviewsWithoutAGroupFromAFileInAnotherOrder() {
        ReviewIndex index = new ReviewIndex(
                List.of("a", "b", "c", "d", "e", "f"),
                List.of("pos", "neg", "pos", "neg", "pos", "neg"),
                List.of(
                        Optional.of("film"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        ReviewIndex turned = new ReviewIndex(reversed(index.ids()), reversed(index.labels()), reversed(index.groups()));

        for (long seed = 0; seed < 9; seed++) {
            assertThat(ids(turned, ValidationCut.choose(turned, 2, true, seed)))
                    .isEqualTo(ids(index, ValidationCut.choose(index, 2, true, seed)));
        }
    }

    private static <T> List<T> reversed(List<T> list) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> list.get(list.size() - 1 - i))
                .toList();
    }
}
