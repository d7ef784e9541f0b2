package tritone.splitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Numbers from 0 on, some of which belong together, and with them whatever belongs together with those. */
final class Bundles {
    private int[] parents = new int[1 << 10];
    private int size;

    /** The next number, alone at first. */
    void add() {
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, 2 * size);
        }
        parents[size] = size;
        size++;
    }

    /** {@code other} may be null for none. */
    void join(int number, Integer other) {
        if (other != null) {
            int one = root(number);
            int two = root(other);
            parents[Math.max(one, two)] = Math.min(one, two);
        }
    }

    private int root(int number) {
        int root = number;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]]; // halves the way for the next one
            root = parents[root];
        }
        return root;
    }

    /** All numbers, bundle by bundle, in the order of the first of each. */
    List<List<Integer>> all() {
        Map<Integer, List<Integer>> byRoot = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            byRoot.computeIfAbsent(root(i), root -> new ArrayList<>(1)).add(i);
        }
        return new ArrayList<>(byRoot.values());
    }
}
