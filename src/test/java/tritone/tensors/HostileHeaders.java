package tritone.tensors;

import java.util.LinkedHashMap;
import java.util.Map;

/** Headers before four bytes of numbers, and what is said of each. */
final class HostileHeaders {
    static final String NOTHING = "{\"dtype\":\"I8\",\"shape\":[0],\"data_offsets\":[0,0]}";

    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        json();
        metadata();
        names();
        types();
        shapes();
        offsets();
    }

    private HostileHeaders() {}

    private static void add(String header, String problem) {
        ALL.put(header.replace('\'', '"'), problem.replace('\'', '"'));
    }

    /** One tensor called "a". */
    private static void addTensor(String type, String shape, String offsets, String problem) {
        add("{'a':{'dtype':" + type + ",'shape':" + shape + ",'data_offsets':" + offsets + "}}", problem);
    }

    private static void json() {
        String beginning = "expected a header that begins with { but found another beginning";
        add("", beginning);
        add("[]", beginning);
        add(" {}", beginning);
        add("\ufeff{}", beginning);
        add("{", fault(1));
        add("{'a'", fault(4));
        add("{'a':", fault(5));
        add("{'a':{", fault(6));
        add("{]", fault(2));
        add("{a:1}", fault(2));
        add("{'a\n':1}", fault(4));
        add("{} {}", "expected only spaces behind the JSON of the header but found more");
        add("{}x", fault(3));
        add("{}\u0000", fault(3));
        add("{'a':" + "[".repeat(100_000) + "}", "expected an object as 'a' but found [");
        add("{'a':" + "{'a':".repeat(100_000), "expected only dtype, shape and data_offsets but found 'a' of 'a'");
        addTensor("'I8'", "[".repeat(100_000), "[0,4]", wholeNumbers("shape", 2147483647, "["));
        add("{'a':null}", "expected an object as 'a' but found null");
        add("{'a':" + NOTHING + ",'a':" + NOTHING + "}", "expected each name once but found 'a' twice");
        add("{'a':{'dtype':'I8','dtype':'I8'}}", "expected each name once but found 'dtype' of 'a' twice");
        add("{'a':{'shape':[4],'shape':[4]}}", "expected each name once but found 'shape' of 'a' twice");
        add(
                "{'a':{'data_offsets':[0,4],'data_offsets':[0,4]}}",
                "expected each name once but found 'data_offsets' of 'a' twice");
        add("{'a':{'dtype':'I8','size':[4]}}", "expected only dtype, shape and data_offsets but found 'size' of 'a'");
        add("{'a':{}}", fewer());
        add("{'a':{'shape':[4],'data_offsets':[0,4]}}", fewer());
        add("{'a':{'dtype':'I8','data_offsets':[0,4]}}", fewer());
        add("{'a':{'dtype':'I8','shape':[4]}}", fewer());
    }

    private static void metadata() {
        add("{'__metadata__':1}", "expected an object as __metadata__ but found 1");
        add("{'__metadata__':null}", "expected an object as __metadata__ but found null");
        add("{'__metadata__':['a']}", "expected an object as __metadata__ but found [");
        add("{'__metadata__':{'a':1}}", "expected a string as 'a' of __metadata__ but found 1");
        add("{'__metadata__':{'a':null}}", "expected a string as 'a' of __metadata__ but found null");
        add("{'__metadata__':{'a':{'b':'c'}}}", "expected a string as 'a' of __metadata__ but found {");
        add("{'__metadata__':{'a':'','a':''}}", "expected each name once but found 'a' of __metadata__ twice");
        add("{'__metadata__':{},'__metadata__':{}}", "expected each name once but found '__metadata__' twice");
        add("{'__metadata__':{'a':'\\ud800'}}", "expected whole characters but found half a surrogate pair at 'a'");
        add("{'__metadata__':{'\\udc00':''}}", fault(24));
    }

    private static void names() {
        String length = "expected a tensor name of 1 to 1024 characters but found ";
        add("{'':" + NOTHING + "}", length + "0 at ''");
        add("{'" + "n".repeat(1025) + "':" + NOTHING + "}", length + "1025 at '" + "n".repeat(40) + "...'");
        add("{'" + "n".repeat(3_000_000) + "':" + NOTHING + "}", length + "3000000 at '" + "n".repeat(40) + "...'");
        add("{'\\u001b[2J\\n\\u0085\\u2028':1}", "expected an object as '\\u001b[2J\\u000a\\u0085\\u2028' but found 1");
        add("{'\\ud800x':" + NOTHING + "}", fault(8));
    }

    private static void types() {
        String wanted = "expected F32, F16, I8 or I32 as 'dtype' of 'a' but found ";
        addTensor("'BF16'", "[2]", "[0,4]", wanted + "'BF16'");
        addTensor("'i8'", "[4]", "[0,4]", wanted + "'i8'");
        addTensor("'\\ud800'", "[4]", "[0,4]", wanted + "'\\ud800'");
        addTensor("''", "[4]", "[0,4]", wanted + "''");
        addTensor("'\\u0007" + "x".repeat(99_999) + "'", "[4]", "[0,4]", wanted + "'\\u0007" + "x".repeat(39) + "...'");
        addTensor("8", "[4]", "[0,4]", "expected a string as 'dtype' of 'a' but found 8");
        addTensor("null", "[4]", "[0,4]", "expected a string as 'dtype' of 'a' but found null");
        addTensor("['I8']", "[4]", "[0,4]", "expected a string as 'dtype' of 'a' but found [");
    }

    private static void shapes() {
        addTensor("'I8'", "4", "[0,4]", "expected an array as 'shape' of 'a' but found 4");
        addTensor("'I8'", "[]", "[0,4]", "expected 1 to 8 dimensions but found 0 at 'a'");
        addTensor(
                "'I8'", "[1,1,1,1,1,1,1,1,4]", "[0,4]", "expected at most 8 numbers as 'shape' of 'a' but found more");
        addTensor("'I8'", "[-4]", "[0,4]", wholeNumbers("shape", 2147483647, "-4"));
        addTensor("'I8'", "[-0]", "[0,4]", wholeNumbers("shape", 2147483647, "-0"));
        addTensor("'I8'", "[4.0]", "[0,4]", wholeNumbers("shape", 2147483647, "4.0"));
        addTensor("'I8'", "[4e0]", "[0,4]", wholeNumbers("shape", 2147483647, "4e0"));
        addTensor("'I8'", "['4']", "[0,4]", wholeNumbers("shape", 2147483647, "4"));
        addTensor("'I8'", "[null]", "[0,4]", wholeNumbers("shape", 2147483647, "null"));
        addTensor("'I8'", "[2147483648]", "[0,4]", wholeNumbers("shape", 2147483647, "2147483648"));
        addTensor("'I8'", "[4294967300]", "[0,4]", wholeNumbers("shape", 2147483647, "4294967300"));
        addTensor(
                "'I8'",
                "[" + "9".repeat(900) + "]",
                "[0,4]",
                wholeNumbers("shape", 2147483647, "9".repeat(40) + "..."));
        addTensor("'I8'", "[65536,65536]", "[0,4]", tooMany("[65536, 65536]"));
        addTensor(
                "'I8'", "[4294967,4294967,4294967,4294967]", "[0,4]", tooMany("[4294967, 4294967, 4294967, 4294967]"));
        addTensor("'I8'", "[2147483647]", "[0,2147483647]", "expected 2147483647 bytes after the header but found 4");
        addTensor("'F32'", "[2147483647]", "[0,8589934588]", "expected 8589934588 bytes after the header but found 4");
        addTensor("'F32'", "[1073741825]", "[0,4]", apart(4294967300L, "F32 [1073741825]", "0 and 4"));
    }

    private static void offsets() {
        addTensor("'I8'", "[4]", "4", "expected an array as 'data_offsets' of 'a' but found 4");
        addTensor("'I8'", "[4]", "[]", fewer());
        addTensor("'I8'", "[4]", "[4]", fewer());
        addTensor("'I8'", "[4]", "[0,4,4]", "expected at most 2 numbers as 'data_offsets' of 'a' but found more");
        addTensor("'I8'", "[4]", "[-4,0]", wholeNumbers("data_offsets", Long.MAX_VALUE, "-4"));
        addTensor(
                "'I8'",
                "[4]",
                "[0,18446744073709551620]",
                wholeNumbers("data_offsets", Long.MAX_VALUE, "18446744073709551620"));
        addTensor("'I8'", "[4]", "[4,0]", apart(4, "I8 [4]", "4 and 0"));
        addTensor("'I8'", "[4]", "[0,3]", apart(4, "I8 [4]", "0 and 3"));
        addTensor("'F32'", "[4]", "[0,4]", apart(16, "F32 [4]", "0 and 4"));
        addTensor("'I8'", "[4]", "[1,5]", "expected 'a' to begin at 0 but found 1");
        addTensor(
                "'I8'",
                "[4]",
                "[999999999999999995,999999999999999999]",
                "expected 'a' to begin at 0 but found 999999999999999995");
        addTensor("'I8'", "[3]", "[0,3]", "expected 3 bytes after the header but found 4");
        addTensor("'I8'", "[5]", "[0,5]", "expected 5 bytes after the header but found 4");
        add("{}", "expected 0 bytes after the header but found 4");
        add(two(0, 3, 2, 4), "expected 'b' to begin at 3 but found 2");
        add(two(0, 4, 0, 4), "expected 'b' to begin at 4 but found 0");
        add(two(0, 1, 2, 4), "expected 'b' to begin at 1 but found 2");
        add(two(0, 4, 4, 8), "expected 8 bytes after the header but found 4");
        add(two(0, 4, 2, 2), "expected 'b' to begin at 4 but found 2");
    }

    private static String two(int beginA, int endA, int beginB, int endB) {
        return "{'a':{'dtype':'I8','shape':[" + (endA - beginA) + "],'data_offsets':[" + beginA + "," + endA + "]},"
                + "'b':{'dtype':'I8','shape':[" + (endB - beginB) + "],'data_offsets':[" + beginB + "," + endB + "]}}";
    }

    private static String fault(int character) {
        return "expected a header in JSON but found a fault near its character " + character;
    }

    private static String fewer() {
        return "expected a dtype, a shape and two data_offsets of 'a' but found fewer";
    }

    private static String wholeNumbers(String field, long largest, String found) {
        return "expected whole numbers from 0 to " + largest + " as '" + field + "' of 'a' but found " + found;
    }

    private static String tooMany(String shape) {
        return "expected at most 2147483647 numbers but found the shape " + shape + " at 'a'";
    }

    private static String apart(long bytes, String tensor, String found) {
        return "expected data_offsets " + bytes + " bytes apart for 'a', " + tensor + ", but found " + found;
    }
}
