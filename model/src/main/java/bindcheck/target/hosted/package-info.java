/**
 * Java classes that are not ours, each in a Java machine of its own: whatever they do to the
 * machine, they do not do it to the judge. {@link bindcheck.target.hosted.Host} runs there and
 * drives the class as a {@link bindcheck.target.JavaTarget}; {@link
 * bindcheck.target.hosted.HostedTarget} asks it, here.
 */
package bindcheck.target.hosted;
