import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs a program, and ends with the process that started it, however that one ends. So a killed launcher leaves no
 * server that holds a port.
 *
 * <p>{@code java -cp program.jar Leash.java <pid of the holder> <main class> <arguments>}
 */
public class Leash {

    private Leash() {}

    public static void main(String[] args) throws Throwable {
        // Named by an argument, because after the holder's death the parent is another process.
        ProcessHandle.of(Long.parseLong(args[0]))
                .ifPresentOrElse(holder -> holder.onExit().thenRun(Leash::end), Leash::end);
        Class<?> program = Class.forName(args[1], true, ClassLoader.getSystemClassLoader());
        Thread.currentThread().setContextClassLoader(program.getClassLoader());
        try {
            program.getMethod("main", String[].class).invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void end() {
        Runtime.getRuntime().halt(143);
    }
}
