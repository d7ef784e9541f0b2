#!/bin/sh
# Makes all that ships of the Large Movie Review Dataset: the vectors in vocab/imdb, and the models imdb-simple-rnn, imdb-lstm
# and imdb-gru beside this script.
#
#   models/imdb.sh FOLDER [WORK]
#
# runs in the project's folder. FOLDER holds train.tsv.gz and unsup.tsv.gz (id, label, rating, text; no label in the second)
# and train.movies.tsv.gz (id, film). What is between is kept in WORK (usually target/imdb); what is there already is not made
# again, so that a run that was broken off goes on, and vectors and models that ship are made again only where their folders
# were removed. 5,000 reviews, whole films, are left out of everything and validated on. SEEDS (usually 1) are those of the last
# step, of which the first ships; PASSES (usually 3) is how often the language models read all text.
set -eu

[ -x ./tritone ] || { echo "imdb.sh: run models/imdb.sh in the project's folder" >&2; exit 2; }
imdb=${1:?"give the folder of train.tsv.gz, unsup.tsv.gz and train.movies.tsv.gz"}
work=${2:-target/imdb}
seeds=${SEEDS:-1}
passes=${PASSES:-3}
train=$imdb/train.tsv.gz
unsup=$imdb/unsup.tsv.gz
held="--groups $imdb/train.movies.tsv.gz --validation ${HELD:-5000}"
mkdir -p "$work"

# What makes the folder $1, unless it is there; a training that was stopped goes on.
make() {
    output=$1
    shift
    if [ -d "$output" ]; then return; fi
    echo "== $output, $(date +%T)"
    if [ -d "$output.training" ]; then
        ./tritone train --resume --output "$output"
    else
        ./tritone "$@" --output "$output"
    fi
}

# shellcheck disable=SC2086 # $held and $start are several words
{
    make vocab/imdb pretrain vectors "$train" "$unsup" $held --examples great,awful,boring,director,8

    # The LSTM reads both ways, the GRU does not: what errs elsewhere teaches better.
    make "$work/lstm-lm" pretrain language-model "$train" "$unsup" $held --epochs "$passes" --cell lstm --direction both --units 160
    make "$work/gru-lm" pretrain language-model "$train" "$unsup" $held --epochs "$passes" --cell gru --units 256

    # Two generations of teachers. The first has labels alone, which it would soon know by heart.
    make "$work/linear" train "$train" $held --cell linear
    for cell in lstm gru; do
        make "$work/$cell-1" train "$train" $held --preset best --from "$work/$cell-lm" --input-dropout 0.5
    done
    for cell in lstm gru; do
        make "$work/$cell-2" train "$train" $held --preset best --from "$work/$cell-lm" \
            --teachers "$work/linear,$work/lstm-1,$work/gru-1" --unlabelled "$unsup"
    done

    for seed in $seeds; do
        for cell in simple-rnn lstm gru; do
            start="--from $work/$cell-lm"
            if [ $cell = simple-rnn ]; then start="--cell simple-rnn"; fi
            make "$work/$cell-seed-$seed" train "$train" $held --preset best $start --seed "$seed" \
                --teachers "$work/linear,$work/lstm-2,$work/gru-2" --unlabelled "$unsup" --notes models/imdb-notes.md
            make models/imdb-$cell model quantize "$work/$cell-seed-$seed" "$train" --held-out --to int8
        done
    done
}
