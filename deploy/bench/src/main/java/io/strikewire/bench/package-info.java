/** How fast the core decides. */
@NullMarked
package io.strikewire.bench;

import org.jspecify.annotations.NullMarked;
