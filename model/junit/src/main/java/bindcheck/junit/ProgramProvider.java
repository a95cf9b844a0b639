package bindcheck.junit;

import bindcheck.litmus.Program;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** What {@code @ForAll Program} is. */
public final class ProgramProvider implements ArbitraryProvider {
  /** For jqwik, to which it is a service. */
  public ProgramProvider() {}

  @Override
  public boolean canProvideFor(TypeUsage type) {
    return type.isOfType(Program.class);
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
    return Set.of(Programs.programs());
  }
}
