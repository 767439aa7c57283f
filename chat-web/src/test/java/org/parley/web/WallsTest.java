package org.parley.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

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
    static final ArchRule packagesHaveNoKnots =
            slices().matching("org.parley.web.(*)..").should().beFreeOfCycles();
}
