package tritone.text;

import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;

/** Phrases token by token, and what stands in the place of each. */
final class SynonymTree {
    private final Node root = new Node();
    private int longest;

    /** Where a phrase has come to. */
    static final class Node {
        private final CharArrayMap<Node> next = new CharArrayMap<>(0, false);
        private List<String> replacement;

        /** What stands in the place of the phrase that ends here; null if none does. */
        List<String> replacement() {
            return replacement;
        }

        /** Where the phrase comes to with this token; null if none goes on so. */
        Node after(char[] characters, int length) {
            return next.get(characters, 0, length);
        }
    }

    /** Of two rules for the same tokens the first counts; a phrase of no tokens never occurs. */
    void add(List<String> phrase, List<String> replacement) {
        Node node = root;
        for (String token : phrase) {
            Node known = node.next.get(token);
            if (known == null) {
                known = new Node();
                node.next.put(token, known);
            }
            node = known;
        }
        if (node != root && node.replacement == null) {
            node.replacement = List.copyOf(replacement);
            longest = Math.max(longest, phrase.size());
        }
    }

    Node root() {
        return root;
    }

    /** Tokens of the longest phrase. */
    int longest() {
        return longest;
    }
}
