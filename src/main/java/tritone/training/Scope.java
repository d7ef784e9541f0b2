package tritone.training;

import tritone.network.CellKind;

/** For which cells a setting means anything. */
enum Scope {
    ALL {
        @Override
        boolean covers(CellKind cell) {
            return true;
        }
    },
    NETWORKS {
        @Override
        boolean covers(CellKind cell) {
            return cell != CellKind.LINEAR;
        }
    },
    RECURRENT {
        @Override
        boolean covers(CellKind cell) {
            return NETWORKS.covers(cell) && cell != CellKind.BAG;
        }
    },
    LSTM {
        @Override
        boolean covers(CellKind cell) {
            return cell == CellKind.LSTM;
        }
    },
    LINEAR {
        @Override
        boolean covers(CellKind cell) {
            return cell == CellKind.LINEAR;
        }
    };

    abstract boolean covers(CellKind cell);
}
