package org.parley.ejb.routing.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.ejb.routing.strategy.People.OLIVIA;
import static org.parley.ejb.routing.strategy.People.OMAR;
import static org.parley.ejb.routing.strategy.People.busy;
import static org.parley.ejb.routing.strategy.People.skilled;
import static org.parley.ejb.routing.strategy.People.speaking;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.RoutingStrategyContract;
import org.parley.api.routing.Waiting;

class SkillsStrategyTest extends RoutingStrategyContract {
    @Override
    protected RoutingStrategy strategy() {
        return new SkillsStrategy();
    }

    @Example
    void languageShouldCountMoreThanSkill() {
        assertThat(choose("ar", skilled(OLIVIA, 10, "en"), skilled(OMAR, 1, "ar")))
                .isEqualTo(OMAR);
    }

    @Example
    void aRegionShouldBeServedByWhoSpeaksTheLanguage() {
        assertThat(choose("pt-BR", skilled(OLIVIA, 10, "ptx"), skilled(OMAR, 1, "PT")))
                .isEqualTo(OMAR);
        assertThat(choose("pt", skilled(OLIVIA, 10, "es"), skilled(OMAR, 1, "pt-br")))
                .isEqualTo(OMAR);
    }

    @Example
    void anotherRegionShouldBeBetterThanAnotherLanguage() {
        assertThat(choose("pt-BR", skilled(OLIVIA, 10, "en"), skilled(OMAR, 1, "pt-PT")))
                .isEqualTo(OMAR);
        assertThat(choose("pt-BR", skilled(OLIVIA, 10, "pt-PT"), skilled(OMAR, 1, "pt-BR")))
                .isEqualTo(OMAR);
    }

    @Example
    void whoseLanguagesAreUnknownShouldComeBeforeWhoDoesNotSpeakIt() {
        assertThat(choose("ar", skilled(OLIVIA, 10, "en"), skilled(OMAR, 1))).isEqualTo(OMAR);
    }

    @Example
    void skillShouldDecideWhenTheLanguageIsUnknown() {
        assertThat(choose(null, skilled(OLIVIA, 3, "en"), skilled(OMAR, 4, "ar")))
                .isEqualTo(OMAR);
    }

    @Example
    void loadShouldDecideAmongEqualSkills() {
        assertThat(choose("en", busy(OLIVIA, 2, 3), busy(OMAR, 1, 3))).isEqualTo(OMAR);
    }

    @Property
    void somebodyShouldBeBetterThanNobody(
            @ForAll("waiting") Waiting conversation, @ForAll("candidates") List<Candidate> candidates) {
        assertThat(strategy().choose(conversation, candidates).isEmpty()).isEqualTo(candidates.isEmpty());
    }

    private OperatorId choose(String language, Candidate... candidates) {
        return strategy()
                .choose(speaking(language), List.of(candidates))
                .orElseThrow()
                .operator();
    }
}
