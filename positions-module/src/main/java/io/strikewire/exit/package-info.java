/** When to sell what is held: named rules in a list, pure and in exact decimals. */
@NullMarked
package io.strikewire.exit;

import org.jspecify.annotations.NullMarked;
