package tritone.splitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsPlanTest {
    @Test
    void sharesNumbersAndTheRestAreOfAllReviews() {
        assertThat(PartsPlan.read("train=0.8,validation=0.1,test=0.1").wanted(540, "c"))
                .containsExactly(new double[] {432, 54, 54, 0}, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(PartsPlan.read("train=0.5,test=100").wanted(540, "c")).containsExactly(270, 100, 170);
        assertThat(PartsPlan.read("train=rest, a-b.c_1=.25").wanted(400, "c")).containsExactly(300, 100, 0);
        assertThat(PartsPlan.read("all=1.0").wanted(7, "c")).containsExactly(7, 0);
        assertThat(PartsPlan.read("a=0.1,b=0.2,c=0.7").wanted(3, "c")[3]).isZero();
    }

    @Test
    void moreThanThereIsCannotBeTaken() {
        PartsPlan plan = PartsPlan.read("train=0.5,test=300");

        assertThatThrownBy(() -> plan.wanted(540, "films.tsv"))
                .isInstanceOf(SplitException.class)
                .hasMessage("films.tsv: expected at least 570 reviews for the parts but found 540");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "train=1.2; takes 1.2",
                "train=0.8,test=0.3; at most 1 but come to 1.1",
                "train=0.0; takes 0.0",
                "train=0; takes 0",
                "train=-0.5; takes -0.5",
                "train=-5; takes -5",
                "train=nan; NAME=SHARE",
                "train=1e-1; NAME=SHARE",
                "train=; NAME=SHARE",
                "train; NAME=SHARE",
                "train=0.5,; NAME=SHARE",
                "=0.5; must have a name",
                "'train=0.5,train=0.2'; train and train are the same",
                "'val=0.5,dev=0.2'; val and dev are the same",
                "'A=0.5,a=0.2'; A and a are the same",
                "'a=rest,b=rest'; one part alone",
                "../x=0.5; must have a name",
                "a/b=0.5; must have a name",
                "a\\b=0.5; must have a name",
                ".hidden=0.5; must have a name",
                "con=0.5; must have a name",
                "a:b=0.5; must have a name",
                "a.=0.5; must have a name"
            })
    void whatIsNoPlanIsRefused(String text, String sentence) {
        assertThatThrownBy(() -> PartsPlan.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aPlanIsWrittenAsItIsRead() {
        assertThat(PartsPlan.read("train=rest,validation=0.1,test=500"))
                .hasToString("train=rest,validation=0.1,test=500");
    }
}
