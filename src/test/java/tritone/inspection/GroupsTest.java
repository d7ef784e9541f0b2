package tritone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static long[] phrases(int from) {
        return LongStream.range(from, from + 100).toArray();
    }

    private static Groups groups(long[][] phrases, int[]... buckets) {
        List<Buckets.Bucket> all =
                Arrays.stream(buckets).map(rows -> new Buckets.Bucket(0, rows)).toList();
        return Groups.of(new int[] {0, 1, 2, 3}, all, (band, row, other) -> false, row -> phrases[row]);
    }

    @Test
    void aRowThatIsLikeTwoOthersJoinsThem() {
        // The outer ones have 84 of 116 phrases in common, each has 92 of 108 with the one between.
        long[][] phrases = {phrases(0), phrases(16), phrases(8), phrases(500)};

        assertThat(groups(phrases, new int[] {0, 1, 2, 3}).ofSeveral()).containsExactly(List.of(0, 1, 2));
        assertThat(groups(phrases, new int[] {0, 1, 3}).ofSeveral()).isEmpty();
        assertThat(groups(phrases, new int[] {0, 2}, new int[] {1, 2}).ofSeveral())
                .containsExactly(List.of(0, 1, 2));
    }

    @Test
    void theBoundIsFourFifths() {
        // 160 of 200, and one fewer.
        assertThat(Jaccard.isAlike(span(0, 180), span(20, 180))).isTrue();
        assertThat(Jaccard.isAlike(span(0, 180), span(21, 180))).isFalse();
        assertThat(Jaccard.isAlike(span(0, 80), span(0, 100))).isTrue();
        assertThat(Jaccard.isAlike(span(0, 79), span(0, 100))).isFalse();
        assertThat(Jaccard.index(span(0, 180), span(20, 180))).isEqualTo(0.8);
    }

    private static long[] span(int from, int length) {
        return LongStream.range(from, from + length).toArray();
    }
}
