package org.parley.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.api.security.Actor;
import org.parley.web.connection.FrameHandler;

@AnalyzeClasses(packages = "org.parley.web", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    @ArchTest
    static final ArchRule theWebKnowsNoEntityAndNoBean = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.parley.ejb..", "jakarta.persistence..")
            .because("the ports of chat-api are the way in");

    @ArchTest
    static final ArchRule framesAreJsonInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("org.parley.web.json", "org.parley.web.protocol", "org.parley.web.rest")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.json..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule whatIsDoneAgainAndAgainIsGuarded = noClasses()
            .should()
            .callMethod(
                    ScheduledExecutorService.class,
                    "scheduleWithFixedDelay",
                    Runnable.class,
                    long.class,
                    long.class,
                    TimeUnit.class)
            .because("a scheduler drops a task that throws, and nobody hears of it; RoundsBook does not");

    @ArchTest
    static final ArchRule nothingThatComesFromOutsideIsDoneByTheHouse = noClasses()
            .that()
            .areAssignableTo(FrameHandler.class)
            .or()
            .areAnnotatedWith(Path.class)
            .or()
            .resideInAnyPackage(
                    "org.parley.web.command",
                    "org.parley.web.connection",
                    "org.parley.web.gateway",
                    "org.parley.web.poll",
                    "org.parley.web.rest",
                    "org.parley.web.security",
                    "org.parley.web.socket")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Actor.class)
            .because("an actor is asked for no role; what people send is done as them (ADR-0029)");

    @ArchTest
    static final ArchRule packagesHaveNoKnots =
            slices().matching("org.parley.web.(*)..").should().beFreeOfCycles();
}
