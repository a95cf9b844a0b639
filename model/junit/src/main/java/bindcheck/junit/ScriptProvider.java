package bindcheck.junit;

import bindcheck.script.Script;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** What {@code @ForAll Script} is. */
public final class ScriptProvider implements ArbitraryProvider {
  /** For jqwik, to which it is a service. */
  public ScriptProvider() {}

  @Override
  public boolean canProvideFor(TypeUsage type) {
    return type.isOfType(Script.class);
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
    return Set.of(Scripts.scripts());
  }
}
