package tritone.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Rows that belong together, each group known by its first row. Two groups become one as soon as any two rows are alike. */
final class Groups {
    private final int[] heads; // the first row of the group, or one on the way there

    private Groups(int[] heads) {
        this.heads = heads;
    }

    /** Of each row the first one with the same number. */
    static int[] heads(Longs numbers) {
        Map<Long, Integer> first = new HashMap<>();
        int[] heads = new int[numbers.size()];
        for (int row = 0; row < heads.length; row++) {
            Integer known = first.putIfAbsent(numbers.get(row), row);
            heads[row] = known == null ? row : known;
        }
        return heads;
    }

    /**
     * Joins rows of the same bucket whose phrases are alike.
     *
     * @param compared tells of two rows whether an earlier band has them in one bucket
     * @param phrases of a row that lies in a bucket
     */
    static Groups of(int[] wordHeads, List<Buckets.Bucket> buckets, Compared compared, IntFunction<long[]> phrases) {
        Groups groups = new Groups(wordHeads.clone());
        for (Buckets.Bucket bucket : buckets) {
            groups.joinAlike(bucket, compared, phrases);
        }
        return groups;
    }

    /** Whether two rows were compared before a band. */
    @FunctionalInterface
    interface Compared {
        boolean before(int band, int row, int other);
    }

    private void joinAlike(Buckets.Bucket bucket, Compared compared, IntFunction<long[]> phrases) {
        int[] rows = bucket.rows();
        long[][] texts = Arrays.stream(rows).mapToObj(phrases).toArray(long[][]::new);
        boolean together = true; // whether all rows before this one are of one group; of copies nearly always
        for (int i = 1; i < rows.length; i++) {
            for (int k = 0; k < i && !(together && head(rows[i]) == head(rows[0])); k++) {
                if (head(rows[i]) != head(rows[k])
                        && !compared.before(bucket.band(), rows[i], rows[k])
                        && Jaccard.isAlike(texts[i], texts[k])) {
                    join(head(rows[i]), head(rows[k]));
                }
            }
            together &= head(rows[i]) == head(rows[0]);
        }
    }

    private void join(int left, int right) {
        heads[Math.max(left, right)] = Math.min(left, right);
    }

    /** The first row of the group that this row belongs to. */
    int head(int row) {
        int head = row;
        while (heads[head] != head) {
            heads[head] = heads[heads[head]];
            head = heads[head];
        }
        return head;
    }

    /** The groups of several rows, in the order of their first ones. */
    List<List<Integer>> ofSeveral() {
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int row = 0; row < heads.length; row++) {
            int head = head(row);
            if (head != row) {
                members.computeIfAbsent(head, key -> new ArrayList<>(List.of(key)))
                        .add(row);
            }
        }
        return members.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
