package tritone.network;

import tritone.kernel.Arithmetic;

/** Several readings side by side. */
final class JoinedReading implements Reading {
    private final StateView view;
    private final Reading[] parts;

    JoinedReading(StateView view, Reading... parts) {
        this.view = view;
        this.parts = parts;
    }

    @Override
    public float[] features(Arithmetic arithmetic) {
        int width = view.width();
        float[] joined = new float[view.sequences() * parts.length * width];
        for (int part = 0; part < parts.length; part++) {
            float[] own = parts[part].features(arithmetic);
            for (int rank = 0; rank < view.sequences(); rank++) {
                System.arraycopy(own, rank * width, joined, (rank * parts.length + part) * width, width);
            }
        }
        return joined;
    }

    @Override
    public float[] back(float[] gradient) {
        int width = view.width();
        for (int part = 0; part < parts.length; part++) {
            float[] own = new float[view.sequences() * width];
            for (int rank = 0; rank < view.sequences(); rank++) {
                System.arraycopy(gradient, (rank * parts.length + part) * width, own, rank * width, width);
            }
            parts[part].back(own);
        }
        return new float[0];
    }

    @Override
    public void addTo(int rank, int position, int cell, float[] sum, int offset) {
        for (Reading part : parts) {
            part.addTo(rank, position, cell, sum, offset);
        }
    }
}
