/** Entry rules that need no market data: cooldown, market hours, age. */
@NullMarked
package io.strikewire.validate;

import org.jspecify.annotations.NullMarked;
