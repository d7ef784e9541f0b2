package tritone.vocabulary;

import java.util.Arrays;

/**
 * Distinct tokens, numbered from 0 in the order of arrival. Takes some 40 bytes for a token of ten characters, where a
 * map of strings takes over 100, and is asked with characters instead of strings. Grows by pages, so that no moment
 * needs the characters twice.
 */
final class TokenTable {
    private static final int PAGE_BITS = 16;
    private static final int PAGE_CHARACTERS = 1 << PAGE_BITS;

    /** Of a token, whose length stands before it on the same page. */
    static final int MAX_CHARACTERS = PAGE_CHARACTERS - 1;

    private char[][] pages = new char[4][];
    private int usedPages;
    private int nextInPage = PAGE_CHARACTERS;

    private int[] places = new int[64]; // [token] page and offset of its length, which its characters follow
    private long[] slots = new long[128]; // [hash] hash in the upper half, token + 1 in the lower; or 0
    private int size;

    int size() {
        return size;
    }

    /** The number of this token, or -1. */
    int find(char[] characters, int length) {
        return (int) slots[slot(characters, 0, length, hash(characters, 0, length))] - 1;
    }

    /** The number of this token, which is new if it was not there. */
    int findOrAdd(char[] characters, int length) {
        return findOrAdd(characters, 0, length, hash(characters, 0, length));
    }

    /** The same for characters that stand somewhere in an array. */
    int findOrAdd(char[] characters, int offset, int length) {
        return findOrAdd(characters, offset, length, hash(characters, offset, length));
    }

    /** The number here of a token of another table. */
    int findOrAdd(TokenTable other, int number) {
        char[] page = other.pages[other.places[number] >>> PAGE_BITS];
        int at = other.places[number] & PAGE_CHARACTERS - 1;
        return findOrAdd(page, at + 1, page[at], hash(page, at + 1, page[at]));
    }

    private int findOrAdd(char[] characters, int offset, int length, int hash) {
        int slot = slot(characters, offset, length, hash);
        if (slots[slot] == 0) {
            add(characters, offset, length);
            slots[slot] = (long) hash << Integer.SIZE | size;
            if (size > slots.length / 8 * 5) {
                rehash();
            }
            return size - 1;
        }
        return (int) slots[slot] - 1;
    }

    String token(int number) {
        char[] page = pages[places[number] >>> PAGE_BITS];
        int at = places[number] & PAGE_CHARACTERS - 1;
        return new String(page, at + 1, page[at]);
    }

    private int slot(char[] characters, int offset, int length, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if ((int) (entry >>> Integer.SIZE) == hash && equals((int) entry - 1, characters, offset, length)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean equals(int number, char[] characters, int offset, int length) {
        char[] page = pages[places[number] >>> PAGE_BITS];
        int at = places[number] & PAGE_CHARACTERS - 1;
        if (page[at] != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (page[at + 1 + i] != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(char[] characters, int offset, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + characters[offset + i];
        }
        // The low bits choose the slot, and multiplying by 31 mixes them badly.
        hash *= 0x9e3779b1;
        return hash ^ hash >>> 15;
    }

    private void add(char[] characters, int offset, int length) {
        if (length > MAX_CHARACTERS) {
            throw new IllegalArgumentException("a token must be shorter than 65536 characters but was " + length);
        }
        if (nextInPage + 1 + length > PAGE_CHARACTERS) {
            if (usedPages == pages.length) {
                pages = Arrays.copyOf(pages, 2 * usedPages);
            }
            pages[usedPages++] = new char[PAGE_CHARACTERS];
            nextInPage = 0;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        char[] page = pages[usedPages - 1];
        page[nextInPage] = (char) length;
        System.arraycopy(characters, offset, page, nextInPage + 1, length);
        places[size++] = usedPages - 1 << PAGE_BITS | nextInPage;
        nextInPage += 1 + length;
    }

    private void rehash() {
        long[] entries = slots;
        slots = new long[2 * entries.length];
        int mask = slots.length - 1;
        for (long entry : entries) {
            if (entry != 0) {
                int slot = (int) (entry >>> Integer.SIZE) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = entry;
            }
        }
    }
}
