package tritone.training;

/** What settings are about, in the order in which plans and help list them. */
public enum Topic {
    CORPUS("The corpus"),
    TEXT("Words"),
    VALIDATION("Reviews to validate on"),
    NETWORK("The network"),
    BEGINNING("What it begins with"),
    TEACHERS("Whom else it learns from"),
    REGULARISATION("What keeps it from learning by heart"),
    OPTIMISER("Its steps"),
    RATE("Their length"),
    LOOP("How long it learns, and on what"),
    LINEAR("The linear classifier");

    private final String title;

    Topic(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
