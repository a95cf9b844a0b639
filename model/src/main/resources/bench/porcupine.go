// Judges a history of one port and the interrupts bound to it with Porcupine, for a comparison of speed:
// prints the verdict and how long the check alone took, in nanoseconds.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/anishathalye/porcupine"
)

const most = 64

type packet struct {
	interrupt bool
	key, value uint64
}

// What a port and its interrupts are like; never changed.
type state struct {
	armed      uint64 // a bit an interrupt
	remembered [most]uint64
	interrupts []packet
	users      []packet
}

type input struct {
	op    string
	which int
	packet
}

type output struct {
	shows bool
	packet
}

func first(interrupts int) state {
	return state{armed: 1<<uint(interrupts) - 1}
}

func plus(packets []packet, more packet) []packet {
	return append(packets[:len(packets):len(packets)], more)
}

func step(s state, in input, out output) (bool, state) {
	bit := uint64(1) << uint(in.which)
	switch in.op {
	case "interrupt_trigger":
		if s.armed&bit != 0 {
			s.armed &^= bit
			s.interrupts = plus(s.interrupts, packet{true, uint64(in.which), in.value})
		} else if s.remembered[in.which] == 0 {
			s.remembered[in.which] = in.value
		}
	case "interrupt_ack":
		if s.armed&bit == 0 {
			if pending := s.remembered[in.which]; pending != 0 {
				s.remembered[in.which] = 0
				s.interrupts = plus(s.interrupts, packet{true, uint64(in.which), pending})
			} else {
				s.armed |= bit
			}
		}
	case "port_queue":
		s.users = plus(s.users, in.packet)
	case "port_wait":
		if len(s.interrupts) > 0 {
			read := s.interrupts[0]
			s.interrupts = s.interrupts[1:]
			return read == out.packet, s
		}
		if len(s.users) > 0 {
			read := s.users[0]
			s.users = s.users[1:]
			return read == out.packet, s
		}
		return false, s
	}
	return true, s
}

func same(one, other []packet) bool {
	if len(one) != len(other) {
		return false
	}
	for i := range one {
		if one[i] != other[i] {
			return false
		}
	}
	return true
}

func equal(one, other state) bool {
	return one.armed == other.armed && one.remembered == other.remembered &&
		same(one.interrupts, other.interrupts) && same(one.users, other.users)
}

func hash(s state) uint64 {
	h := s.armed
	mix := func(n uint64) { h = (h<<7 | h>>57) ^ n*0x9E3779B97F4A7C15 }
	for _, r := range s.remembered {
		if r != 0 {
			mix(r)
		}
	}
	for _, p := range s.interrupts {
		mix(p.value)
	}
	for _, p := range s.users {
		mix(p.value)
	}
	return h
}

func number(value interface{}) uint64 {
	n, err := strconv.ParseUint(fmt.Sprint(value), 10, 64)
	if err != nil {
		fail(err)
	}
	return n
}

func fail(why interface{}) {
	fmt.Fprintln(os.Stderr, "porcupine:", why)
	os.Exit(2)
}

// The events of a history in a file, without those of its set-up, and how many interrupts it has.
func read(name string) ([]porcupine.Event, int) {
	file, err := os.Open(name)
	if err != nil {
		fail(err)
	}
	defer file.Close()
	var events []porcupine.Event
	handles := map[uint64]int{}
	keys := map[uint64]int{}
	open := map[string]int{}
	clients := map[string]int{}
	made, calls := 0, 0
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var line struct {
			Event, Thread, Op, Status string
			Args                      map[string]interface{}
			Handle                    *json.Number
			Packet                    map[string]interface{}
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			fail(err)
		}
		switch line.Event {
		case "call":
			if _, known := clients[line.Thread]; !known {
				clients[line.Thread] = len(clients)
			}
			in := input{op: line.Op}
			switch line.Op {
			case "port_create":
			case "interrupt_create":
			case "interrupt_bind":
				handles[number(line.Args["inth"])] = made
				keys[number(line.Args["key"])] = made
				made++
			case "interrupt_trigger":
				in.which = handles[number(line.Args["inth"])]
				in.value = number(line.Args["timestamp"])
			case "interrupt_ack":
				in.which = handles[number(line.Args["inth"])]
			case "port_queue":
				in.packet = packet{false, number(line.Args["key"]), number(line.Args["payload"])}
			case "port_wait":
			default:
				fail("expected a call of one port and its interrupts, found " + line.Op)
			}
			open[line.Thread] = calls
			events = append(events, porcupine.Event{ClientId: clients[line.Thread], Kind: porcupine.CallEvent, Value: in, Id: calls})
			calls++
		case "return":
			var out output
			if line.Packet != nil {
				key := number(line.Packet["key"])
				if stamp, is := line.Packet["timestamp"]; is {
					out = output{true, packet{true, uint64(keys[key]), number(stamp)}}
				} else {
					out = output{true, packet{false, key, number(line.Packet["payload"])}}
				}
			}
			events = append(events, porcupine.Event{ClientId: clients[line.Thread], Kind: porcupine.ReturnEvent, Value: out, Id: open[line.Thread]})
		}
	}
	return events, made
}

func main() {
	if len(os.Args) != 3 {
		fail("expected a history and how many seconds the check may take")
	}
	seconds, err := strconv.ParseFloat(os.Args[2], 64)
	if err != nil {
		fail(err)
	}
	events, interrupts := read(os.Args[1])
	model := porcupine.Model{
		Init: func() interface{} { return first(interrupts) },
		Step: func(s, in, out interface{}) (bool, interface{}) {
			is, next := step(s.(state), in.(input), out.(output))
			return is, next
		},
		Equal: func(one, other interface{}) bool { return equal(one.(state), other.(state)) },
		Hash:  func(s interface{}) uint64 { return hash(s.(state)) },
	}
	begin := time.Now()
	verdict := porcupine.CheckEventsTimeout(model, events, time.Duration(seconds*1e9))
	fmt.Println(verdict, time.Since(begin).Nanoseconds())
}
