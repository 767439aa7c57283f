package org.parley.it.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs the class once on each {@link Installation} that this run has for it, which comes as a supplier of a {@link
 * Parley}. Classes tagged {@value #ARTEFACT} prove what the artefact and its container decide. A suite may name one
 * installation, {@link #INSTALLATION}: there every class runs on that one, when this run has it for the class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag(OnEveryInstallation.TAG)
@ParameterizedClass(name = "{0}", autoCloseArguments = false, allowZeroInvocations = true)
@ArgumentsSource(OnEveryInstallation.Installations.class)
public @interface OnEveryInstallation {
    String TAG = "installations";
    String ARTEFACT = "artefact";
    String INSTALLATION = "installation";

    /** The installations that this run has. */
    class Installations implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            boolean artefact = context.getTags().contains(ARTEFACT);
            List<Installation> installations = context.getConfigurationParameter(INSTALLATION)
                    .map(name -> Installation.inSuite(Installation.valueOf(name), artefact))
                    .orElseGet(Installation::chosen);
            return installations.stream()
                    .map(installation -> Arguments.of(Named.of(installation.name(), later(installation))));
        }

        /** Asked for in the test: a server that does not start fails its own tests and no others. */
        private static Supplier<Parley> later(Installation installation) {
            return installation::parley;
        }
    }
}
