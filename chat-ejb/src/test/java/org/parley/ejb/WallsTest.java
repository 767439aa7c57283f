package org.parley.ejb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.api.time.RoundsBook;

@AnalyzeClasses(
        packages = "org.parley",
        importOptions = {ImportOption.DoNotIncludeTests.class, WallsTest.NoTestJars.class})
class WallsTest {
    /** The contracts of chat-api come as a jar when the build packages. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule theApiKnowsOnlyTheJdkAndJakarta = noClasses()
            .that()
            .resideInAPackage("org.parley.api..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.parley.api..", "java..", "jakarta..");

    @ArchTest
    static final ArchRule theApiNamesThingsByTypedIds = noClasses()
            .that()
            .resideInAPackage("org.parley.api..")
            .and()
            .resideOutsideOfPackages("org.parley.api.canned", "org.parley.api.invitation")
            .and()
            .haveSimpleNameNotEndingWith("Id")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(UUID.class)
            .because("two UUIDs can be swapped unnoticed; replies and invitations have nothing to be taken for");

    @ArchTest
    static final ArchRule entitiesStayInTheModule = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .resideInAPackage("org.parley.ejb..")
            .andShould()
            .haveSimpleNameEndingWith("Row");

    @ArchTest
    static final ArchRule noServersOwnApi = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fish.payara..", "com.sun..", "org.glassfish..", "org.eclipse.persistence..", "org.hibernate..");

    // WildFly refuses the methods of a bean that says nothing.
    @ArchTest
    static final ArchRule everySessionBeanSaysWhoMayCallIt = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areAnnotatedWith(Singleton.class)
            .should(new SaysWhoMayCall());

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("org.parley.ejb.time")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule whatIsDoneAgainAndAgainIsGuarded = noClasses()
            .that()
            .areNotAssignableTo(RoundsBook.class)
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
    static final ArchRule featuresHaveNoKnots =
            slices().matching("org.parley.ejb.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRoomsOfConversationsHaveNoKnots =
            slices().matching("org.parley.ejb.conversation.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRoomsOfConversationsHaveAnOrder = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.parley.ejb.conversation..")
            .layer("top")
            .definedBy("org.parley.ejb.conversation")
            .layer("merge")
            .definedBy("org.parley.ejb.conversation.merge")
            .layer("block")
            .definedBy("org.parley.ejb.conversation.block")
            .layer("handover")
            .definedBy("org.parley.ejb.conversation.handover")
            .layer("log")
            .definedBy("org.parley.ejb.conversation.log")
            .layer("row")
            .definedBy("org.parley.ejb.conversation.row")
            .whereLayer("top")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("merge")
            .mayOnlyBeAccessedByLayers("top")
            .whereLayer("block")
            .mayOnlyBeAccessedByLayers("top", "merge")
            .whereLayer("handover")
            .mayOnlyBeAccessedByLayers("top", "merge", "block")
            .whereLayer("log")
            .mayOnlyBeAccessedByLayers("top", "merge", "block", "handover");

    @ArchTest
    static final ArchRule rowsOfConversationsStayAmongConversations = noClasses()
            .that()
            .resideOutsideOfPackages("org.parley.ejb.conversation..", "org.parley.ejb.feed")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.parley.ejb.conversation.row")
            .because("others meet conversations in the beans; only the feed of all entries reads their rows");

    @ArchTest
    static final ArchRule onlyTheJournalSpeaksSql = noClasses()
            .that()
            .resideOutsideOfPackages("org.parley.ejb.database", "org.parley.ejb.conversation.log")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .because("all else is JPA (ADR-0013)");

    private static final class SaysWhoMayCall
            extends com.tngtech.archunit.lang.ArchCondition<com.tngtech.archunit.core.domain.JavaClass> {
        SaysWhoMayCall() {
            super("have @RolesAllowed or @PermitAll on the class or on each public method");
        }

        @Override
        public void check(
                com.tngtech.archunit.core.domain.JavaClass bean, com.tngtech.archunit.lang.ConditionEvents events) {
            boolean onClass = bean.isAnnotatedWith(RolesAllowed.class) || bean.isAnnotatedWith(PermitAll.class);
            boolean onMethods = bean.getMethods().stream()
                    .filter(method ->
                            method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                    .allMatch(method ->
                            method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class));
            if (!onClass && !onMethods) {
                events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                        bean, bean.getName() + " says nothing about who may call it"));
            }
        }
    }
}
