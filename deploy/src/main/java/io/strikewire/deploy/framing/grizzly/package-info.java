/**
 * The framing guard as a part of the server's own filter chain. Loaded where the server's classes
 * are; the launcher never touches them.
 */
@NullMarked
package io.strikewire.deploy.framing.grizzly;

import org.jspecify.annotations.NullMarked;
