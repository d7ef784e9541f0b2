package tritone.network;

/** The name and the shape of an array of weights; one row where it is a vector. */
public record ParameterShape(String name, int rows, int columns) {
    public int length() {
        return Math.multiplyExact(rows, columns);
    }
}
