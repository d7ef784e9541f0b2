package tritone.baseline;

import java.util.Random;

/** Reviews and classes from a seed. Frequent words have low ids, as in a vocabulary, and some ids are no words. */
record SeededReviews(int[][] ids, int[] classes) {
    static SeededReviews of(int count, int vocabulary, int maxLength, int classCount, long seed) {
        Random random = new Random(seed);
        int[][] ids = new int[count][];
        int[] classes = new int[count];
        for (int review = 0; review < count; review++) {
            classes[review] = random.nextInt(classCount);
            ids[review] = new int[random.nextInt(maxLength + 1)];
            for (int i = 0; i < ids[review].length; i++) {
                int word = (int) (vocabulary * Math.pow(random.nextDouble(), 3));
                // The last words give the class away.
                ids[review][i] = random.nextInt(20) == 0 ? vocabulary - 1 - classes[review] : word;
            }
        }
        return new SeededReviews(ids, classes);
    }

    boolean[] chosen(int label) {
        boolean[] chosen = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            chosen[i] = classes[i] == label;
        }
        return chosen;
    }
}
