import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs a program and ends with the process that started it, however that one ends: nobody is left with a server that
 * holds their port because a launcher was killed.
 *
 * <p>{@code java -cp program.jar Leash.java <main class> <arguments>}
 */
public class Leash {

    private Leash() {}

    public static void main(String[] args) throws Throwable {
        ProcessHandle holder = ProcessHandle.current().parent().orElseThrow();
        holder.onExit().thenRun(() -> Runtime.getRuntime().halt(143));
        Class<?> program = Class.forName(args[0], true, ClassLoader.getSystemClassLoader());
        Thread.currentThread().setContextClassLoader(program.getClassLoader());
        try {
            program.getMethod("main", String[].class).invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
